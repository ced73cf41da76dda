/**
 * For a device that others use too: clears the page and leaves when nothing is touched for five minutes, empties the
 * form when the page is left, and leaves when someone comes back to it. Nothing of the choice is stored.
 */
import { clearForms } from "./clear-forms.ts";
import { LeaveQuickly } from "./leave-quickly.ts";

const idleMs = 5 * 60 * 1000;
let timer: ReturnType<typeof setTimeout> | undefined;
let watching: AbortController | undefined;

function leave(): void {
  const element = document.querySelector("leave-quickly");
  if (element instanceof LeaveQuickly) element.leave();
}

function wait(): void {
  clearTimeout(timer);
  timer = setTimeout(leave, idleMs);
}

function watch(on: boolean): void {
  watching?.abort();
  clearTimeout(timer);
  watching = undefined;
  if (!on) return;
  watching = new AbortController();
  const { signal } = watching;
  for (const sign of ["pointerdown", "keydown", "input"]) document.addEventListener(sign, wait, { signal });
  addEventListener("pagehide", clearForms, { signal });
  addEventListener("pageshow", (event) => event.persisted && leave(), { signal });
  wait();
}

/** The tick, only there when script is. It has no name: it is never sent. */
export class SharedDevice extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    const box = this.querySelector<HTMLInputElement>("input");
    if (!box) return;
    box.checked = watching !== undefined;
    box.addEventListener("change", () => watch(box.checked));
  }
}

/** Says on the receipt's page that it will close, where the device is shared. */
export class SharedLeft extends HTMLElement {
  connectedCallback(): void {
    this.hidden = watching === undefined;
  }
}

customElements.define("shared-device", SharedDevice);
customElements.define("shared-left", SharedLeft);
