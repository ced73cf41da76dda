/**
 * Sends a form once, shows how far it is, and keeps every word on the page when the connection fails. The answer is
 * the same HTML page the plain form would get; its main part takes the place of ours, so that neither a refresh nor
 * the history can send again. The browser parses it as an inert document: no HTML is ever made from a string.
 */
const worthShowing = 100_000;

export class SendForm extends HTMLElement {
  #sending = false;

  connectedCallback(): void {
    this.addEventListener("submit", (event) => {
      if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return;
      event.preventDefault();
      if (!this.#sending) this.#send(event.target);
    });
  }

  #send(form: HTMLFormElement): void {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "document";
    request.upload.addEventListener("progress", (event) => this.#progress(event));
    request.addEventListener("load", () => this.#answer(request));
    request.addEventListener("error", () => this.#stopped());
    request.addEventListener("timeout", () => this.#stopped());
    this.#mark(true, this.dataset.sending ?? "");
    request.send(new FormData(form));
  }

  #progress(event: ProgressEvent): void {
    const bar = this.querySelector("progress");
    if (!bar || !event.lengthComputable || event.total < worthShowing) return;
    const percent = Math.round((event.loaded / event.total) * 100);
    // The words beside it are read out instead.
    bar.ariaHidden = "true";
    bar.hidden = false;
    bar.value = percent;
    // Quarters only: a screen reader reads out each change.
    if (percent % 25 === 0) this.#say((this.dataset.progress ?? "").replace("{percent}", String(percent)));
  }

  #answer(request: XMLHttpRequest): void {
    const page: Document | null = request.response;
    const fresh = page?.getElementById("main");
    const main = document.getElementById("main");
    // Something between us and the server answered instead, as some networks do.
    if (!page || !fresh || !main) {
      this.#stopped();
      return;
    }
    const files = this.querySelector<HTMLInputElement>("input[type=file]")?.files;
    main.replaceWith(document.adoptNode(fresh));
    document.title = page.title;
    scrollTo(0, 0);
    fresh.querySelector<HTMLElement>("[data-focus]")?.focus();
    if (files?.length) keepFiles(fresh, files);
  }

  #stopped(): void {
    this.#mark(false, this.dataset.offline ?? "");
    const bar = this.querySelector("progress");
    if (bar) bar.hidden = true;
  }

  #mark(sending: boolean, words: string): void {
    this.#sending = sending;
    this.querySelector("button[type=submit]")?.setAttribute("aria-disabled", String(sending));
    this.#say(words);
  }

  #say(words: string): void {
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = words;
  }
}

/** Puts chosen files back into a form that came back with errors, unless the errors are about them. */
function keepFiles(fresh: HTMLElement, files: FileList): void {
  const input = fresh.querySelector<HTMLInputElement>("input[type=file]:not([aria-invalid])");
  if (!input) return;
  input.files = files;
  fresh.querySelector("[data-files-lost]")?.remove();
}

customElements.define("send-form", SendForm);
