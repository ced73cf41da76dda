/**
 * Asks the browser for a passkey and sends its answer by the form around the button. Where the browser or the desk's
 * address knows no passkeys, the button is not shown and password and code stay the way.
 */
interface Asked {
  question: string;
  options: never;
}

class DeskPasskey extends HTMLElement {
  connectedCallback(): void {
    const supported =
      typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential;
    const unsupported = this.querySelector<HTMLElement>("[data-unsupported]");
    if (unsupported) unsupported.hidden = supported;
    const form = this.querySelector("form");
    if (!form || !supported) return;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#ask(form);
    });
  }

  async #ask(form: HTMLFormElement): Promise<void> {
    if (form.ariaBusy === "true") return;
    form.ariaBusy = "true";
    this.#say("");
    try {
      const asked = await this.#question(form);
      if (!asked) return;
      const credential = await (this.dataset.kind === "create"
        ? navigator.credentials.create({
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked.options),
          })
        : navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked.options),
          }));
      if (!(credential instanceof PublicKeyCredential)) return this.#say(this.dataset.stopped);
      fill(form, this.dataset.questionField, asked.question);
      fill(form, this.dataset.answerField, JSON.stringify(credential.toJSON()));
      form.submit();
    } catch (error) {
      // The browser says no more than that: refused, too late, or known already.
      this.#say(error instanceof DOMException ? this.dataset.stopped : this.dataset.lost);
    } finally {
      form.ariaBusy = null;
      document.dispatchEvent(new Event("desk-idle"));
    }
  }

  async #question(form: HTMLFormElement): Promise<Asked | undefined> {
    const csrf = form.querySelector<HTMLInputElement>("input[name=csrf]")?.value ?? "";
    const answer = await fetch(this.dataset.question ?? "", {
      method: "POST",
      body: new URLSearchParams({ csrf }),
      headers: { "desk-fetch": "1" },
    });
    const to = answer.headers.get("desk-to");
    if (to !== null) location.assign(to);
    else if (answer.ok) return answer.json();
    else this.#say(this.dataset.lost);
    return undefined;
  }

  #say(words: string | undefined): void {
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = words ?? "";
  }
}

function fill(form: HTMLFormElement, name: string | undefined, value: string): void {
  const field = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  if (field) field.value = value;
}

customElements.define("desk-passkey", DeskPasskey);

export {};
