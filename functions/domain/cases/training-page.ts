/** What the page of the practice desk is given to show. Posts to `/staff/training/{enter,leave}`, `/staff/training/prepare` fresh. */
export interface TrainingView {
  kind: "training";
  /** `unavailable`: not set up here; `empty`: to be made first; `preparing`: being made. */
  state: "unavailable" | "empty" | "preparing" | "ready";
  /** Whether this session looks at it. */
  on: boolean;
}
