/** The outline of a recording: drawn, and where nothing is said. */
export interface Outline {
  perSecond: number;
  /** The loudest moment of each stretch, 0 to 255. */
  peaks: number[];
}

export interface Stretch {
  from: number;
  until: number;
}

/** What a server answered, if it is an outline. */
export function toOutline(given: unknown): Outline | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  const { perSecond, peaks } = given as Partial<Outline>;
  if (typeof perSecond !== "number" || !(perSecond > 0) || !Array.isArray(peaks)) return undefined;
  return { perSecond, peaks: peaks.map(Number) };
}

/** Shorter breaks are part of speaking, in seconds. */
const leastSilence = 0.8;

/** The stretches in which nothing is said, in seconds: quieter than a sixteenth of the loudest moment. */
export function silences({ perSecond, peaks }: Outline): Stretch[] {
  const quiet = Math.max(4, Math.max(0, ...peaks) / 16);
  const found: Stretch[] = [];
  let from: number | null = null;
  for (let at = 0; at <= peaks.length; at += 1) {
    const peak = peaks[at];
    if (peak !== undefined && peak < quiet) from ??= at;
    else if (from !== null) {
      if ((at - from) / perSecond >= leastSilence)
        found.push({ from: from / perSecond, until: at / perSecond });
      from = null;
    }
  }
  return found;
}

/** Where to go on when `at` lies in a silence: a little before the next sound; else null. */
export function pastSilence(stretches: readonly Stretch[], at: number): number | null {
  const lead = 0.2;
  const within = stretches.find(({ from, until }) => at >= from + lead && at < until - 2 * lead);
  return within ? within.until - lead : null;
}

/** Bars from the middle line; what has been heard in full ink, a loop underlined in the colour that says "here". */
export function drawWave(
  canvas: HTMLCanvasElement,
  given: { outline: Outline | undefined; seconds: number; at: number; loop: Stretch | null },
): void {
  const { outline, seconds, at, loop } = given;
  const scale = devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  if (width === 0) return;
  canvas.width = width * scale;
  canvas.height = height * scale;
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.scale(scale, scale);
  const style = getComputedStyle(canvas);
  const [ink, pale, signal] = ["--ink", "--edge", "--signal"].map((name) =>
    style.getPropertyValue(name).trim(),
  );
  const x = (time: number) => (seconds > 0 ? (time / seconds) * width : 0);
  const middle = height / 2 - 2;
  const step = 3;
  const loudest = Math.max(1, ...(outline?.peaks ?? []));
  for (let left = 0; left < width; left += step) {
    const from = (left / width) * seconds;
    const until = ((left + step) / width) * seconds;
    const peak = outline ? loudestWithin(outline, from, until) / loudest : 0;
    const tall = Math.max(1, peak * (middle - 2));
    pen.fillStyle = (from < at ? ink : pale) ?? "";
    pen.fillRect(left, middle - tall, step - 1, 2 * tall);
  }
  pen.fillStyle = signal ?? "";
  if (loop) pen.fillRect(x(loop.from), height - 4, Math.max(2, x(loop.until) - x(loop.from)), 4);
  pen.fillStyle = ink ?? "";
  pen.fillRect(Math.min(width - 2, x(at)), 0, 2, height - 4);
}

function loudestWithin({ perSecond, peaks }: Outline, from: number, until: number): number {
  const first = Math.floor(from * perSecond);
  const last = Math.max(first + 1, Math.ceil(until * perSecond));
  return Math.max(0, ...peaks.slice(first, last));
}
