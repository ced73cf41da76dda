/**
 * Sends an action without leaving the page, so that a lost connection loses neither the officer's words nor their
 * place. What the desk refuses is posted again as a plain form, which shows its answer.
 */
class DeskSend extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("submit", (event) => {
      if (!(event.target instanceof HTMLFormElement) || event.target.method !== "post") return;
      event.preventDefault();
      void this.#send(event.target);
    });
  }

  async #send(form: HTMLFormElement): Promise<void> {
    if (form.ariaBusy === "true") return;
    form.ariaBusy = "true";
    try {
      const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
      const answer = await fetch(form.action, {
        method: "POST",
        // Long words in scripts of three bytes a letter would triple as an address does.
        body: form.enctype === "multipart/form-data" ? new FormData(form) : new URLSearchParams(fields),
        headers: { "desk-fetch": "1" },
      });
      const to = answer.headers.get("desk-to");
      if (to !== null && /^\/staff\/(sign-in|setup)\//.test(to)) this.#say(form, this.dataset.out);
      else if (to !== null) return location.assign(to);
      else if (answer.status === 409 || answer.status === 422) return form.submit();
      else this.#say(form, this.dataset.refused?.replace("{status}", String(answer.status)));
    } catch {
      this.#say(form, this.dataset.lost);
    }
    form.ariaBusy = null;
    document.dispatchEvent(new Event("desk-idle"));
  }

  #say(form: HTMLFormElement, words: string | undefined): void {
    this.querySelector(".send-trouble")?.remove();
    const line = document.createElement("p");
    line.className = "flash flash-problem send-trouble";
    line.role = "alert";
    line.textContent = words ?? "";
    form.before(line);
  }
}

customElements.define("desk-send", DeskSend);

export {};
