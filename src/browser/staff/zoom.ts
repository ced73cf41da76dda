/** A picture in all its size, in a dialog of its own; the bytes are those already fetched. */

const most = 12;
const stepBy = 1.4;
const moveBy = 80;

export function openZoom(image: HTMLImageElement, words: DOMStringMap): void {
  const dialog = document.createElement("dialog");
  dialog.className = "zoom";
  dialog.ariaLabel = image.alt;
  const room = document.createElement("div");
  room.className = "zoom-room";
  const copy = image.cloneNode() as HTMLImageElement;
  copy.draggable = false;
  room.append(copy);
  const place = { scale: 1, x: 0, y: 0 };
  const draw = () => {
    if (place.scale === 1) Object.assign(place, { x: 0, y: 0 });
    copy.style.transform = `translate(${place.x}px, ${place.y}px) scale(${place.scale})`;
  };
  const zoom = (by: number) => {
    const scale = Math.min(most, Math.max(1, place.scale * by));
    const grown = scale / place.scale;
    Object.assign(place, { scale, x: place.x * grown, y: place.y * grown });
    draw();
  };
  const move = (x: number, y: number) => {
    place.x += x;
    place.y += y;
    draw();
  };
  const whole = () => {
    place.scale = 1;
    draw();
  };
  const keys: Readonly<Record<string, () => void>> = {
    "+": () => zoom(stepBy),
    "=": () => zoom(stepBy),
    "-": () => zoom(1 / stepBy),
    "0": whole,
    ArrowLeft: () => move(moveBy, 0),
    ArrowRight: () => move(-moveBy, 0),
    ArrowUp: () => move(0, moveBy),
    ArrowDown: () => move(0, -moveBy),
  };
  dialog.addEventListener("keydown", (event) => {
    // What is typed here is for the picture alone, not for the desk behind it.
    event.stopPropagation();
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  room.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(event.deltaY < 0 ? stepBy : 1 / stepBy);
  });
  room.addEventListener("dblclick", () => (place.scale > 1 ? whole() : zoom(stepBy ** 3)));
  room.addEventListener("pointerdown", (event) => room.setPointerCapture(event.pointerId));
  room.addEventListener("pointermove", (event) => {
    if (room.hasPointerCapture(event.pointerId)) move(event.movementX, event.movementY);
  });
  const bar = document.createElement("div");
  bar.className = "zoom-bar";
  const button = (text: string, act: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    bar.append(made);
    return made;
  };
  const first = button(words.zoomIn ?? "+", () => zoom(stepBy));
  button(words.zoomOut ?? "−", () => zoom(1 / stepBy));
  button(words.zoomWhole ?? "0", whole);
  button(words.zoomClose ?? "×", () => dialog.close());
  dialog.append(room, bar);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  first.focus();
}
