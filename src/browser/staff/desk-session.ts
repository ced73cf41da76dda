/**
 * Tells an officer before their session ends, and loses nothing when it did: typing carries the session on, words stay
 * on the page, and after a sign-in elsewhere the page's forms take the new session's token.
 */
const minuteMs = 60_000;
const lookMs = 15_000;

interface Told {
  officer: string;
  csrf: string;
  idleAt: string;
  endsAt: string;
}

class DeskSession extends HTMLElement {
  #idleAt = 0;
  #endsAt = 0;
  #typed = false;
  #out = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    // Clocks differ: what counts is the time left when the page was made.
    const skew = Date.now() - Date.parse(this.dataset.now ?? "");
    this.#idleAt = Date.parse(this.dataset.idleAt ?? "") + skew;
    this.#endsAt = Date.parse(this.dataset.endsAt ?? "") + skew;
    document.addEventListener("input", () => {
      this.#typed = true;
    });
    this.querySelector("button")?.addEventListener("click", () => void this.#ask(true));
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) void this.#look();
    });
    addEventListener("focus", () => void this.#look());
    this.#timer = setInterval(() => void this.#look(), lookMs);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const left = this.#idleAt - Date.now();
    if (this.#out) await this.#ask(false);
    else if (this.#typed && left < 25 * minuteMs) await this.#ask(true);
    // Another page of the same officer may have carried it on.
    else if (left < 3 * minuteMs) await this.#ask(false);
    this.#show();
  }

  /** `stay` counts as use of the session; looking alone does not. */
  async #ask(stay: boolean): Promise<void> {
    try {
      const headers: Record<string, string> = { "desk-fetch": "1", ...(stay ? {} : { "desk-look": "1" }) };
      const answer = await fetch("/staff/session", { headers });
      if (answer.headers.has("desk-to") || answer.status === 404) this.#out = true;
      if (answer.headers.get("content-type")?.includes("json")) this.#take(await answer.json());
      if (stay) this.#typed = false;
    } catch {
      // The connection is away: the next look tells.
    }
    this.#show();
  }

  #take(told: Told): void {
    // Somebody else signed in here meanwhile: nothing of theirs goes into this page.
    this.#out = told.officer !== this.dataset.officer;
    if (this.#out) return;
    this.#idleAt = Date.parse(told.idleAt);
    this.#endsAt = Date.parse(told.endsAt);
    for (const field of document.querySelectorAll<HTMLInputElement>("input[name=csrf]"))
      field.value = told.csrf;
  }

  #show(): void {
    const now = Date.now();
    const [words, at] = this.#out
      ? [this.dataset.out, 0]
      : this.#endsAt - now < 10 * minuteMs
        ? [this.dataset.ends, this.#endsAt]
        : this.#idleAt - now < 2 * minuteMs
          ? [this.dataset.idle, this.#idleAt]
          : [undefined, 0];
    const time = new Date(at).toLocaleTimeString(document.documentElement.lang, { timeStyle: "short" });
    const text = words?.replace("{time}", time) ?? "";
    const [warning, line] = [this.querySelector("aside"), this.querySelector("p")];
    if (warning) warning.hidden = words === undefined;
    // Said once, not at every look.
    if (line && line.textContent !== text) line.textContent = text;
    const [button, link] = [this.querySelector("button"), this.querySelector("a")];
    if (button) button.hidden = words !== this.dataset.idle;
    if (link) link.hidden = !this.#out;
  }
}

customElements.define("desk-session", DeskSession);

export {};
