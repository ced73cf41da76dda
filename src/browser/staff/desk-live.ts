/**
 * The live line: server-sent events tell what came and who is there. The list is never moved under the officer's hands;
 * a bar says how many tips are new or changed, and a key or a press puts them in, with the place, the chosen rows and
 * every half-typed word as they were. A broken line is opened again, each time a little later.
 */
import { refreshList, rowIds } from "./desk-list.ts";

interface Eyes {
  tipId: string;
  name: string;
  initials: string;
}

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;
const hiddenMs = 5_000;
/** A line that breaks for a moment is nobody's concern. */
const quietTries = 2;

class DeskLive extends HTMLElement {
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hidden: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #eyes: Eyes[] = [];
  readonly #fresh = new Set<string>();
  readonly #changed = new Set<string>();
  readonly #stop = new AbortController();

  connectedCallback(): void {
    const { signal } = this.#stop;
    this.querySelector("button")?.addEventListener("click", () => void this.apply(), { signal });
    document.addEventListener("desk-apply", () => void this.apply(), { signal });
    // A page out of sight gives up its line, and with it its place at the desk: a browser has six for a host.
    addEventListener("pagehide", () => this.#close(), { signal });
    addEventListener("pageshow", (event) => event.persisted && this.#open(), { signal });
    document.addEventListener("visibilitychange", () => this.#seen(), { signal });
    this.#open();
  }

  disconnectedCallback(): void {
    this.#stop.abort();
    this.#close();
  }

  #open(): void {
    this.#close();
    const asked = new URLSearchParams();
    for (const name of ["list", "tip", "since"]) {
      const value = this.dataset[name];
      if (value !== undefined) asked.set(name, value);
    }
    const source = new EventSource(`/staff/live?${asked}`);
    this.#source = source;
    source.addEventListener("open", () => {
      this.#tries = 0;
    });
    source.addEventListener("tips", (event) => this.#hear(read(event)));
    source.addEventListener("desk", (event) => this.#meet(read(event)));
    source.addEventListener("error", () => this.#again());
  }

  #seen(): void {
    clearTimeout(this.#hidden);
    if (document.visibilityState === "hidden") this.#hidden = setTimeout(() => this.#close(), hiddenMs);
    else if (!this.#source) this.#open();
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
  }

  #again(): void {
    this.#close();
    this.#tries += 1;
    const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (this.#tries - 1));
    // Not all officers at once when the desk comes back.
    this.#timer = setTimeout(() => this.#open(), wait * (0.5 + Math.random() / 2));
    if (this.#tries > quietTries) this.#say(this.dataset.away ?? "", true);
  }

  #hear(told: unknown): void {
    if (!Array.isArray(told)) return;
    const shown = rowIds();
    for (const { id, listed } of told as { id: string; listed: boolean }[]) {
      if (id === this.dataset.tip) this.#markTip();
      if (this.dataset.list === undefined) continue;
      if (shown.has(id)) this.#changed.add(id);
      else if (listed) this.#fresh.add(id);
    }
    this.#bar();
  }

  #meet(told: unknown): void {
    const { officers = 0, eyes = [] } = (told ?? {}) as { officers?: number; eyes?: Eyes[] };
    this.#eyes = eyes;
    this.#say((this.dataset.officers ?? "").replace("{n}", String(officers)), false);
    this.#look();
  }

  /** Initials on the rows that colleagues have before them, names on the open tip. */
  #look(): void {
    const looking = (names: string[]) =>
      (this.dataset.looking ?? "").replace("{names}", names.join(this.dataset.joined));
    for (const row of document.querySelectorAll<HTMLElement>(".row[data-tip]")) {
      const mark = row.querySelector<HTMLElement>(".row-eyes");
      if (!mark) continue;
      const here = this.#eyes.filter(({ tipId }) => tipId === row.dataset.tip);
      mark.hidden = here.length === 0;
      mark.textContent = here.map(({ initials }) => initials).join(" ");
      mark.title = here.length === 0 ? "" : looking(here.map(({ name }) => name));
    }
    const line = document.querySelector<HTMLElement>(".tip-eyes");
    if (!line) return;
    const names = this.#eyes.filter(({ tipId }) => tipId === this.dataset.tip).map(({ name }) => name);
    line.hidden = names.length === 0;
    const words = names.length === 0 ? "" : looking(names);
    if (line.textContent !== words) line.textContent = words;
  }

  #markTip(): void {
    const line = document.querySelector<HTMLElement>(".tip-stale");
    if (line) line.hidden = false;
  }

  #say(words: string, away: boolean): void {
    const line = this.querySelector<HTMLElement>(".at-desk");
    if (!line) return;
    line.hidden = words === "";
    line.classList.toggle("at-desk-away", away);
    if (line.textContent !== words) line.textContent = words;
  }

  #bar(): void {
    const bar = this.querySelector<HTMLElement>(".live-bar");
    const text = bar?.querySelector("span");
    if (!bar || !text) return;
    const parts = [
      [this.#fresh.size, this.dataset.new],
      [this.#changed.size, this.dataset.changed],
    ] as const;
    const words = parts.flatMap(([n, template]) =>
      n > 0 ? [(template ?? "").replace("{n}", String(n))] : [],
    );
    bar.hidden = words.length === 0;
    text.textContent = words.join(this.dataset.joined);
  }

  /** Puts in what is new. What cannot be fetched now stays told, and can be asked for again. */
  async apply(): Promise<void> {
    if (this.#fresh.size + this.#changed.size === 0) return;
    const known = new Set(this.#fresh);
    const since = await refreshList(known);
    if (since === null) return this.#say(this.dataset.away ?? "", true);
    this.dataset.since = since;
    this.#fresh.clear();
    this.#changed.clear();
    this.#bar();
    this.#look();
  }
}

function read(event: Event): unknown {
  try {
    return event instanceof MessageEvent ? JSON.parse(String(event.data)) : null;
  } catch {
    return null;
  }
}

customElements.define("desk-live", DeskLive);
