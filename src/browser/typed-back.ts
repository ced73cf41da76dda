/** Lets someone check that the number they copied is right, and then take it off the screen. Sends nothing. */
export class TypedBack extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    const input = this.querySelector("input");
    const hide = this.querySelector("button");
    input?.addEventListener("input", () => this.#compare(digitsOf(input.value)));
    hide?.addEventListener("click", () => {
      document.querySelector(".ticket")?.remove();
      document.querySelector(".card")?.remove();
      this.remove();
    });
  }

  #compare(typed: string): void {
    const number = digitsOf(document.querySelector(".ticket")?.textContent ?? "");
    const whole = typed.length >= number.length;
    const right = typed === number;
    const { right: yes = "", wrong: no = "" } = this.dataset;
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = whole ? (right ? yes : no) : "";
    const hide = this.querySelector("button");
    if (hide) hide.hidden = !right;
  }
}

function digitsOf(text: string): string {
  return text.normalize("NFKC").replace(/\D/g, "");
}

customElements.define("typed-back", TypedBack);
