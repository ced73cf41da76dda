/** Moves the focus to the error summary, so that a screen reader and the keyboard start there. */
export class ErrorSummary extends HTMLElement {
  connectedCallback(): void {
    this.querySelector<HTMLElement>("[tabindex]")?.focus();
  }
}

customElements.define("error-summary", ErrorSummary);
