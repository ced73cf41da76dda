/**
 * Says at once when too many or too large files are chosen, and holds the form back until that is put right.
 * The server checks again: this only saves someone a long upload for nothing.
 */
export class FileCheck extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("change", (event) => {
      if (event.target === this.#input) this.#show(this.#problems());
    });
    this.closest("form")?.addEventListener("submit", (event) => this.#hold(event), { capture: true });
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>("input[type=file]");
  }

  #problems(): string[] {
    const files = [...(this.#input?.files ?? [])];
    const { maxFiles, maxBytes, tooMany = "", tooLarge = "" } = this.dataset;
    const large = files.filter((file) => file.size > Number(maxBytes));
    const words = large.map((file) => tooLarge.replace("{file}", file.name));
    return files.length > Number(maxFiles) ? [tooMany, ...words] : words;
  }

  #show(problems: readonly string[]): void {
    const box = this.querySelector<HTMLElement>("[data-errors]");
    const input = this.#input;
    if (!box || !input) return;
    box.replaceChildren(...problems.map(paragraph));
    box.hidden = problems.length === 0;
    this.classList.toggle("field-wrong", problems.length > 0);
    const hint = "h-files";
    input.setAttribute("aria-describedby", problems.length > 0 ? `${hint} ${box.id}` : hint);
    if (problems.length > 0) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }

  #hold(event: Event): void {
    const problems = this.#problems();
    if (problems.length === 0) return;
    event.preventDefault();
    this.#show(problems);
    this.#input?.focus();
  }
}

function paragraph(words: string): HTMLParagraphElement {
  const element = document.createElement("p");
  element.textContent = words;
  return element;
}

customElements.define("file-check", FileCheck);
