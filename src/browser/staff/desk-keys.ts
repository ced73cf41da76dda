/**
 * The desk by keyboard: J and K walk the rows, Enter opens, X chooses one, T takes, B, S, Q, N and C open their forms, R
 * restores, O reopens, M puts the chosen into one case, W takes a tip out of it, U undoes, slash searches, V chooses columns, a full stop puts in what is new, question mark
 * shows the keys. A key presses the same button a hand would.
 */
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
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const act = actions[event.key.toLowerCase()] ?? actions[event.key];
    if (!act) return;
    if (act(this)) event.preventDefault();
  }
}

const actions: Record<string, (host: HTMLElement) => boolean> = {
  j: () => walk(1),
  k: () => walk(-1),
  t: () => submit("take"),
  r: () => submit("restore"),
  o: () => submit("reopen"),
  u: () => submit("undo"),
  b: () => reveal("band"),
  s: () => reveal("aside"),
  q: () => reveal("ask"),
  w: () => submit("part"),
  m: join,
  n: () => reveal("note"),
  c: () => reveal("close"),
  x: pick,
  v: () => reveal("columns"),
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
  "?": (host) => {
    host.querySelector("dialog")?.showModal();
    return true;
  },
};

/** Moves from row to row and says where one is by focus. */
function walk(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>("a.row-what")];
  if (rows.length === 0) return false;
  const focused = rows.findIndex((row) => row === document.activeElement);
  const from = focused >= 0 ? focused : rows.findIndex((row) => row.getAttribute("aria-current") === "true");
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
  const chosen = document.querySelectorAll(".row-pick:checked").length > 0;
  const button = document.querySelector<HTMLButtonElement>(
    chosen ? '#several button[value="join"]' : 'form[data-key="join"] button',
  );
  if (chosen) button?.click();
  else button?.focus();
  return button !== null;
}

function submit(name: string): boolean {
  const form = document.querySelector<HTMLFormElement>(`form[data-key="${name}"]`);
  form?.requestSubmit();
  return form !== null;
}

function reveal(name: string): boolean {
  const details = document.querySelector<HTMLDetailsElement>(`details[data-key="${name}"]`);
  if (!details) return false;
  details.open = true;
  // One after the other: the form's first field is one that nobody sees.
  const fields = [
    "input:checked, input[name='reason'], textarea[name='text'], select",
    "input:not([type='hidden'])",
  ];
  const field = fields.map((each) => details.querySelector<HTMLElement>(each)).find((each) => each !== null);
  field?.focus();
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]')
  );
}

customElements.define("desk-keys", DeskKeys);

export {};
