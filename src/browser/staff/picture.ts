/**
 * A picture is fetched, and its opening written down, only when an officer asks to see it; then it can be looked at in
 * all its size: + and − zoom, arrows and dragging move, 0 shows it whole, Escape closes.
 */
import { openZoom } from "./zoom.ts";

for (const holder of document.querySelectorAll<HTMLDetailsElement>("details.picture")) {
  holder.addEventListener("toggle", () => {
    const { src, alt, zoom } = holder.dataset;
    if (!holder.open || !src || holder.querySelector("img")) return;
    const image = document.createElement("img");
    image.src = src;
    image.alt = alt ?? "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "picture-open";
    button.ariaLabel = zoom ?? "";
    button.append(image);
    button.addEventListener("click", () => openZoom(image, holder.dataset));
    holder.append(button);
  });
}
