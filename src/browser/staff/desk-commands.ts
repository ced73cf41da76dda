/**
 * The command bar: Ctrl-K or Cmd-K opens it on every page. The field keeps the focus, the arrows walk the list, Enter
 * runs. What a command presses is the page's own button or form, so nothing happens that the page does not offer.
 */
import { addressOf, fold, rank, withoutHalf } from "./command-match.ts";
import { dialogOpen, press, target } from "./press.ts";

interface Entry {
  option: HTMLElement;
  label: string;
  words: string;
}

const storeName = "desk-commands";
const mostRecent = 5;
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

class DeskCommands extends HTMLElement {
  #entries: Entry[] = [];
  #shown: HTMLElement[] = [];
  #active: HTMLElement | undefined;
  readonly #stop = new AbortController();

  connectedCallback(): void {
    const { signal } = this.#stop;
    const [link, button] = [this.querySelector("a"), this.querySelector<HTMLElement>(":scope > button")];
    if (link) link.hidden = true;
    if (button) button.hidden = false;
    if (isMac)
      for (const key of document.querySelectorAll<HTMLElement>("[data-mac]"))
        key.textContent = key.dataset.mac ?? "";
    this.#entries = [...this.querySelectorAll<HTMLElement>("[role=option]")].map((option) => ({
      option,
      label: fold(option.querySelector("bdi")?.textContent ?? ""),
      words: fold(option.dataset.words ?? ""),
    }));
    button?.addEventListener("click", () => this.#open(), { signal });
    document.addEventListener("keydown", (event) => this.#shortcut(event), { signal });
    this.#field.addEventListener("input", (event) => this.#list(isComposing(event)), { signal });
    this.#field.addEventListener("keydown", (event) => this.#key(event), { signal });
    this.#dialog.addEventListener("click", (event) => this.#click(event), { signal });
    this.#dialog.addEventListener("pointermove", (event) => this.#point(event), { signal });
  }

  disconnectedCallback(): void {
    this.#stop.abort();
  }

  get #dialog(): HTMLDialogElement {
    return this.querySelector("dialog") as HTMLDialogElement;
  }

  get #field(): HTMLInputElement {
    return this.querySelector("input") as HTMLInputElement;
  }

  #shortcut(event: KeyboardEvent): void {
    const held = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (!held || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    if (this.#dialog.open) this.#dialog.close();
    else this.#open();
  }

  #open(): void {
    // Another dialog is answered first.
    if (dialogOpen()) return;
    this.#field.value = "";
    this.#list(false);
    this.#dialog.showModal();
    this.#field.focus();
  }

  /** Fills the list anew: what was used before comes first while nothing is typed, then the best answers. */
  #list(composing: boolean): void {
    const typed = composing ? withoutHalf(this.#field.value) : this.#field.value;
    const recent = readRecent(this.dataset.officer);
    const last = (option: HTMLElement) => {
      const at = recent.indexOf(option.dataset.id ?? "");
      return at < 0 ? mostRecent : at;
    };
    const found = this.#entries
      .filter(({ option }) => option.dataset.typed === undefined && isThere(option))
      .flatMap((entry, at) => {
        const rated = rank(typed, entry.label, entry.words);
        return rated === null ? [] : [{ ...entry, rated, at }];
      })
      .sort((a, b) => a.rated - b.rated || last(a.option) - last(b.option) || a.at - b.at)
      .map(({ option }) => option);
    const written = this.#field.value.trim();
    const address = addressOf(written);
    this.#shown = [
      ...this.#typed("open", address === null ? "" : written, address ?? undefined),
      ...found,
      // A single letter finds no words.
      ...this.#typed("find", [...written].length > 1 ? written : ""),
    ];
    for (const { option } of this.#entries) option.hidden = !this.#shown.includes(option);
    this.querySelector("[role=listbox]")?.append(...this.#shown);
    this.#select(this.#shown[0]);
    this.#tell(found.length, written);
  }

  /** The lines that are made of what was typed: to open what it names, and to search for it. */
  #typed(what: "open" | "find", words: string, href?: string): HTMLElement[] {
    const option = this.querySelector<HTMLElement>(`[data-typed="${what}"]`);
    const line = option?.querySelector("bdi");
    if (!option || !line || words === "") return [];
    line.textContent = (option.dataset.label ?? "").replace("{words}", () => words);
    if (href !== undefined) option.dataset.href = href;
    return [option];
  }

  #tell(found: number, written: string): void {
    const line = this.querySelector<HTMLElement>("[role=status]");
    const words =
      found === 0
        ? this.dataset.none
        : written === ""
          ? ""
          : this.dataset.found?.replace("{n}", String(found));
    if (line) line.textContent = words ?? "";
    line?.classList.toggle("visually-hidden", this.#shown.length > 0);
  }

  #select(option: HTMLElement | undefined): void {
    this.#active?.setAttribute("aria-selected", "false");
    this.#active = option;
    option?.setAttribute("aria-selected", "true");
    if (option) this.#field.setAttribute("aria-activedescendant", option.id);
    else this.#field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  #key(event: KeyboardEvent): void {
    // While a word is composed, Enter and the arrows are the input method's own.
    if (isComposing(event)) {
      if (event.key === "Escape") event.preventDefault();
      return;
    }
    const at = this.#active ? this.#shown.indexOf(this.#active) : -1;
    const { length } = this.#shown;
    const next = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: Math.min(length - 1, at + 8),
      PageUp: Math.max(0, at - 8),
    }[event.key];
    if (next !== undefined && length > 0) {
      event.preventDefault();
      this.#select(this.#shown[(next + length) % length]);
    }
    if (event.key !== "Enter") return;
    event.preventDefault();
    this.#run(this.#active);
  }

  #click(event: MouseEvent): void {
    // Beside the sheet.
    if (event.target === this.#dialog) this.#dialog.close();
    this.#run(optionAt(event));
  }

  #point(event: PointerEvent): void {
    const option = optionAt(event);
    if (option && option !== this.#active) this.#select(option);
  }

  #run(option: HTMLElement | null | undefined): void {
    if (!option) return;
    const { id, href, press: name, typed } = option.dataset;
    keepRecent(this.dataset.officer, id);
    // The focus goes back to where it was before anything else happens to it.
    this.#dialog.close();
    if (name !== undefined) press(name);
    if (typed === "find") this.#find();
    if (href === undefined) return;
    document.body.toggleAttribute("data-busy", true);
    location.assign(href);
  }

  /** Sent as the queue's own search is, so that a receipt stands in no address. */
  #find(): void {
    const form = this.querySelector<HTMLFormElement>(".commands-find");
    const words = form?.querySelector<HTMLInputElement>("[name=q]");
    if (!form || !words) return;
    words.value = this.#field.value.trim();
    form.requestSubmit();
  }
}

function optionAt(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
}

/** The page may have lost a button since it was made, as the bar of new tips has when nothing is new. */
function isThere(option: HTMLElement): boolean {
  const { press: name } = option.dataset;
  return name === undefined || target(name) !== null;
}

/** Some input methods end a word with an Enter that no longer says so. */
function isComposing(event: Event): boolean {
  return (
    ("isComposing" in event && event.isComposing === true) ||
    (event instanceof KeyboardEvent && event.keyCode === 229)
  );
}

function readRecent(officer: string | undefined): string[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storeName) ?? "null") as {
      officer?: string;
      ids?: string[];
    } | null;
    return kept?.officer === officer && Array.isArray(kept?.ids) ? kept.ids : [];
  } catch {
    return [];
  }
}

/** Names of commands alone; never what was typed. */
function keepRecent(officer: string | undefined, id: string | undefined): void {
  if (officer === undefined || id === undefined) return;
  const ids = [id, ...readRecent(officer).filter((each) => each !== id)].slice(0, mostRecent);
  try {
    sessionStorage.setItem(storeName, JSON.stringify({ officer, ids }));
  } catch {
    // A browser that keeps nothing lists them in their usual order.
  }
}

customElements.define("desk-commands", DeskCommands);
