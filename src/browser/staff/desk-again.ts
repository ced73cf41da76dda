/** A page that waits for something looks again every few seconds, but not behind another window. */
class DeskAgain extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    this.#timer = setInterval(() => {
      if (!document.hidden) location.reload();
    }, 4_000);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }
}

customElements.define("desk-again", DeskAgain);

export {};
