/** How much memory files that are being sent may take together, in this process. */
export interface UploadRoom {
  /** Takes `bytes` if there is room. */
  take(bytes: number): boolean;
  giveBack(bytes: number): void;
}

/**
 * A room of `capacity` bytes. Words are always taken; when the room is full only further files are turned away, so
 * that neither many senders nor slow ones can keep a tip out or exhaust the memory.
 */
export function uploadRoom(capacity: number): UploadRoom {
  let taken = 0;
  return {
    take(bytes) {
      if (taken + bytes > capacity) return false;
      taken += bytes;
      return true;
    },
    giveBack(bytes) {
      taken -= bytes;
    },
  };
}
