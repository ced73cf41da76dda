/**
 * "Leave quickly": blanks the page at once, empties every form, and replaces this entry of the history with a
 * neutral page. Shift three times within two seconds does the same. Without script the link inside still leads away.
 */
import { clearForms } from "./clear-forms.ts";

const presses = 3;
const withinMs = 2000;

export class LeaveQuickly extends HTMLElement {
  #times: number[] = [];
  #stop = new AbortController();

  connectedCallback(): void {
    const { signal } = this.#stop;
    this.addEventListener("click", (event) => this.#leave(event), { signal });
    document.addEventListener("keyup", (event) => this.#count(event), { signal });
  }

  disconnectedCallback(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  #count(event: KeyboardEvent): void {
    if (event.key !== "Shift") {
      this.#times = [];
      return;
    }
    this.#times = [...this.#times, event.timeStamp].slice(-presses);
    const [first] = this.#times;
    if (this.#times.length === presses && first !== undefined && event.timeStamp - first <= withinMs)
      this.#leave(event);
  }

  #leave(event: Event): void {
    event.preventDefault();
    this.leave();
  }

  /** Leaves now, as if pressed. */
  leave(): void {
    const link = this.querySelector("a");
    if (!link) return;
    clearForms();
    document.title = "…";
    document.body.hidden = true;
    location.replace(link.href);
  }
}

customElements.define("leave-quickly", LeaveQuickly);
