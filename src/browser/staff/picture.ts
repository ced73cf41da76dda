/** A picture is fetched, and its opening written down, only when an officer asks to see it. */
for (const holder of document.querySelectorAll<HTMLDetailsElement>("details.picture")) {
  holder.addEventListener("toggle", () => {
    const { src, alt } = holder.dataset;
    if (!holder.open || !src || holder.querySelector("img")) return;
    const image = document.createElement("img");
    image.src = src;
    image.alt = alt ?? "";
    holder.append(image);
  });
}

export {};
