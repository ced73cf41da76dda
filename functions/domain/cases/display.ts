/** How bright the desk is drawn. */

/** What an officer chose: by day as the device has it and dark at night, or always one. */
export type DeskTheme = "auto" | "light" | "dark";

const hourMs = 60 * 60 * 1000;
const tokyoMs = 9 * hourMs;
const [nightEnds, nightBegins] = [6, 18];

/** What the page itself asks for; null leaves it to the device. At night, 18:00 to 06:00 in Tokyo, the desk is dark unless chosen otherwise. */
export function displayAt(now: Date, chosen: DeskTheme): "light" | "dark" | null {
  if (chosen !== "auto") return chosen;
  const hour = new Date(now.getTime() + tokyoMs).getUTCHours();
  return hour >= nightBegins || hour < nightEnds ? "dark" : null;
}
