const STOPS = ".。!！?？\n;；।။؟";

/** Whether a sentence ends between `from` and `to`; a point inside a number, a code or an abbreviation does not count. */
export function parted(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const unit = text.charAt(index);
    if (unit === "" || !STOPS.includes(unit)) continue;
    if (unit === "." && /\S/.test(text.charAt(index + 1))) continue;
    return true;
  }
  return false;
}
