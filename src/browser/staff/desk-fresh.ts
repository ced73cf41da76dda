/** Says that there are new tips, without moving the list under the officer's hands. */
class DeskFresh extends HTMLElement {
  #source: EventSource | undefined;

  connectedCallback(): void {
    this.#source = new EventSource("/staff/live");
    this.#source.addEventListener("tips", () => {
      this.hidden = false;
    });
  }

  disconnectedCallback(): void {
    this.#source?.close();
  }
}

customElements.define("desk-fresh", DeskFresh);

export {};
