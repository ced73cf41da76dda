/**
 * One question a page: shows the form's steps in turn, then everything written, with what could show who wrote it,
 * before anything is sent. Without script, and when something must be put right, the form stands whole.
 */
import { answersOf, fieldsOf, type Helper, rowFor, showHelper } from "./check-answers.ts";

export class ReportSteps extends HTMLElement {
  #at = 0;

  connectedCallback(): void {
    const form = this.#form;
    if (!form || document.querySelector("error-summary")) return;
    this.#part("nav").hidden = false;
    this.#part("count").hidden = false;
    this.#part("next").addEventListener("click", () => this.#forward());
    this.#part("back").addEventListener("click", () => this.#show(this.#at - 1));
    form.addEventListener("submit", (event) => this.#hold(event), { capture: true });
    form.addEventListener("submit", (event) => this.#reveal(event));
    this.#show(0, false);
  }

  get #form(): HTMLFormElement | null {
    return this.closest("form");
  }

  get #steps(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".step")];
  }

  #part(name: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found) throw new Error(`the form has no ${name}`);
    return found;
  }

  /** Enter in a field goes on to the next question; only the last page sends. */
  #hold(event: Event): void {
    if (this.#at === this.#steps.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#forward();
  }

  /** A field that holds the sending back must be seen. */
  #reveal(event: Event): void {
    if (!event.defaultPrevented) return;
    const wrong = this.#steps.findIndex((step) => step.querySelector("[aria-invalid=true]"));
    if (wrong < 0) return;
    this.#show(wrong, false);
    this.#steps[wrong]?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }

  #forward(): void {
    const step = this.#steps[this.#at];
    const required = step?.querySelector<HTMLTextAreaElement>("textarea[name=text]");
    if (required) {
      const empty = required.value.trim() === "";
      this.#markEmpty(required, empty);
      if (empty) {
        required.focus();
        return;
      }
    }
    const wrong = step?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (wrong) {
      wrong.focus();
      return;
    }
    this.#show(this.#at + 1);
  }

  #markEmpty(field: HTMLTextAreaElement, empty: boolean): void {
    const box = this.querySelector<HTMLElement>(`[data-errors="${field.name}"]`);
    if (!box) return;
    const words = document.createElement("p");
    words.textContent = this.dataset.empty ?? "";
    box.replaceChildren(...(empty ? [words] : []));
    box.hidden = !empty;
    field.closest(".field")?.classList.toggle("field-wrong", empty);
    field.setAttribute("aria-describedby", empty ? `h-${field.name} ${box.id}` : `h-${field.name}`);
    if (empty) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }

  #show(at: number, move = true): void {
    const steps = this.#steps;
    this.#at = at;
    const checking = at === steps.length;
    steps.forEach((step, index) => {
      step.hidden = index !== at;
    });
    this.#part("back").hidden = at === 0;
    const next = this.#part("next");
    next.hidden = checking;
    next.textContent = (at === steps.length - 1 ? this.dataset.toCheck : this.dataset.next) ?? "";
    const count = this.#part("count");
    count.hidden = checking;
    count.textContent = (this.dataset.of ?? "")
      .replace("{step}", String(at + 1))
      .replace("{total}", String(steps.length));
    const check = this.#part("check");
    check.hidden = !checking;
    const send = this.#form?.querySelector<HTMLElement>(".send");
    if (send) send.hidden = !checking;
    this.toggleAttribute("data-begun", at > 0);
    if (checking) this.#fillCheck();
    if (!move) return;
    const heading = checking ? check : count;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }

  #fillCheck(): void {
    const { change = "", nothing = "", filesCount = "" } = this.dataset;
    const helper: Helper = JSON.parse(this.dataset.helper ?? "{}");
    const fields = fieldsOf(this);
    const goTo = (field: HTMLElement) => {
      this.#show(
        this.#steps.findIndex((step) => step.contains(field)),
        false,
      );
      field.querySelector<HTMLElement>("textarea, input")?.focus();
    };
    const rows = fields.map((field) =>
      rowFor(field, answersOf(field, filesCount), { change, nothing, goTo: () => goTo(field) }),
    );
    this.#part("answers").replaceChildren(...rows);
    void showHelper(this.#part("helper"), fields, helper);
  }
}

customElements.define("report-steps", ReportSteps);
