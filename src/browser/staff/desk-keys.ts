/**
 * The desk by keyboard: J and K walk the rows, Enter opens, X chooses one, T takes, B, S, Q, N and C open their forms, R
 * restores the chosen or the opened tip, O reopens, M puts the chosen into one case, W takes a tip out of it, U undoes,
 * slash searches, V chooses columns, a full stop puts in what is new, question mark shows the keys; Ctrl-K is the command
 * bar's own. A key presses the same button a hand would.
 */
import { dialogOpen, press } from "./press.ts";

class DeskKeys extends HTMLElement {
  readonly #stop = new AbortController();

  connectedCallback(): void {
    document.addEventListener("keydown", (event) => this.#press(event), { signal: this.#stop.signal });
    // Coming back to the list, go on where one was.
    document.querySelector<HTMLElement>(".row-here")?.scrollIntoView({ block: "nearest" });
  }

  disconnectedCallback(): void {
    this.#stop.abort();
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || dialogOpen()) return;
    const act = actions[event.key.toLowerCase()] ?? actions[event.key];
    if (!act) return;
    if (act()) event.preventDefault();
  }
}

const actions: Record<string, () => boolean> = {
  j: () => walk(1),
  k: () => walk(-1),
  t: () => press("take"),
  r: restore,
  o: () => press("reopen"),
  // Just after something was done to several, that is what came last.
  u: () => press("undo-several") || press("undo"),
  b: () => press("band"),
  s: () => press("aside"),
  q: () => press("ask"),
  w: () => press("part"),
  m: join,
  n: () => press("note"),
  c: () => press("close"),
  x: pick,
  v: () => press("columns"),
  ".": () => {
    document.dispatchEvent(new Event("desk-apply"));
    return true;
  },
  "/": () => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    field?.focus();
    field?.select();
    return field !== null;
  },
  "?": () => press("keys"),
};

/** Moves from row to row and says where one is by focus. */
function walk(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>("a.row-what")];
  if (rows.length === 0) return false;
  const focused = rows.findIndex((row) => row === document.activeElement);
  // Else from the tip that lies open, or the row one has come back to.
  const isHere = (row: Element) => row.closest(".row")?.matches(".row-here, :target");
  const from = focused >= 0 ? focused : rows.findIndex((row) => isHere(row));
  const next = rows[Math.min(rows.length - 1, Math.max(0, from < 0 ? 0 : from + by))];
  // Where the list has made room for the tip, the next one opens at once.
  if (next && !next.checkVisibility()) next.click();
  else next?.focus();
  return next !== undefined;
}

/** Chooses the row one is on, or lets it go. */
function pick(): boolean {
  const row = document.activeElement?.closest(".row") ?? document.querySelector(".row-here");
  const box = row?.querySelector<HTMLInputElement>(".row-pick");
  box?.click();
  return box !== null && box !== undefined;
}

/** Puts the chosen rows into one case; with none chosen, goes to where a related tip can be joined. */
function join(): boolean {
  return withChosen("join") ?? press("join");
}

/** Brings the chosen rows back into the queue; with none chosen, the opened tip. */
function restore(): boolean {
  return withChosen("restore") ?? press("restore");
}

/** Null with no row chosen. */
function withChosen(action: "join" | "restore"): boolean | null {
  if (document.querySelector(".row-pick:checked") === null) return null;
  const button = document.querySelector<HTMLButtonElement>(`#several button[value="${action}"]`);
  button?.click();
  return button !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]')
  );
}

customElements.define("desk-keys", DeskKeys);
