/**
 * A picture is fetched, and its opening written down, only when an officer asks to see it; then it can be looked at in
 * all its size: + and − zoom, arrows and dragging move, 0 shows it whole, Escape closes. Until it is there the page says
 * that it is on its way, and when it cannot be fetched so, with a way to ask again.
 */
import { openZoom } from "./zoom.ts";

for (const holder of document.querySelectorAll<HTMLDetailsElement>("details.picture")) {
  const note = holder.querySelector<HTMLElement>(".picture-note");
  const again = holder.querySelector<HTMLButtonElement>(".picture-again");
  const say = (words: string | undefined, lost = false) => {
    if (note) note.textContent = words ?? "";
    if (again) again.hidden = !lost;
  };
  const fetchIt = () => {
    const { src, alt, zoom, loading, lost } = holder.dataset;
    if (!holder.open || !src || holder.querySelector("img")) return;
    const image = document.createElement("img");
    image.alt = alt ?? "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "picture-open";
    button.ariaLabel = zoom ?? "";
    button.hidden = true;
    button.append(image);
    button.addEventListener("click", () => openZoom(image, holder.dataset));
    image.addEventListener("load", () => {
      // Whoever asked again stood on a button that goes now.
      const here = document.activeElement === again;
      say("");
      button.hidden = false;
      if (here) button.focus();
    });
    image.addEventListener("error", () => {
      button.remove();
      say(lost, true);
    });
    say(loading, again?.hidden === false);
    image.src = src;
    holder.append(button);
  };
  holder.addEventListener("toggle", fetchIt);
  again?.addEventListener("click", fetchIt);
}
