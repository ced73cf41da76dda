/** Takes the list's newest state into the page, with everything where the officer left it. */

export function rowIds(): Set<string> {
  const rows = document.querySelectorAll<HTMLElement>("#list .row[data-tip]");
  return new Set([...rows].map((row) => row.dataset.tip ?? ""));
}

/** Marks the rows of `fresh`. Resolves with when the list was made, or null when it could not be fetched. */
export async function refreshList(fresh: ReadonlySet<string>): Promise<string | null> {
  const address = new URL(location.href);
  // The opened tip stays as it is: asking for it again would be one more reading on record.
  const open = address.searchParams.get("tip");
  address.searchParams.delete("tip");
  const made = await fetchPage(address.href);
  const list = document.querySelector("#list");
  const next = made?.querySelector("#list");
  const since = made?.querySelector<HTMLElement>("desk-live")?.dataset.since;
  if (!made || !list || !next || since === undefined) return null;

  const place = placeOf(list);
  const chosen = new Map(
    [...list.querySelectorAll<HTMLInputElement>(".row-pick:checked")].map((box) => [
      box.value.split(":")[0],
      box.value,
    ]),
  );
  const focused = document.activeElement?.closest<HTMLElement>(".row")?.dataset.tip;
  for (const row of next.querySelectorAll<HTMLElement>(".row[data-tip]")) {
    const { tip = "" } = row.dataset;
    row.classList.toggle("row-new", fresh.has(tip));
    row.classList.toggle("row-here", tip === open);
    const link = row.querySelector("a.row-what");
    if (tip === open) link?.setAttribute("aria-current", "true");
    const box = row.querySelector<HTMLInputElement>(".row-pick");
    const kept = chosen.get(tip);
    if (!box || kept === undefined) continue;
    box.checked = true;
    // As it was when it was chosen: should it have changed meanwhile, the desk says so instead of acting blindly.
    box.value = kept;
  }
  list.replaceChildren(...next.childNodes);
  takeCounts(made);
  restore(list, place);
  if (focused)
    list.querySelector<HTMLElement>(`.row[data-tip="${focused}"] a.row-what`)?.focus({ preventScroll: true });
  return since;
}

/** The browser's own parser makes the document, which runs nothing. */
function fetchPage(address: string): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.addEventListener("load", () => resolve(request.status === 200 ? request.responseXML : null));
    request.addEventListener("error", () => resolve(null));
    request.send();
  });
}

interface Place {
  tip: string | undefined;
  top: number;
}

function scrollerOf(list: Element): Element {
  const column = list.closest(".queue");
  return column && column.scrollHeight > column.clientHeight && getComputedStyle(column).overflowY === "auto"
    ? column
    : (document.scrollingElement ?? document.documentElement);
}

/** The first row in sight, and where it stands. */
function placeOf(list: Element): Place {
  const edge = Math.max(0, list.closest(".queue")?.getBoundingClientRect().top ?? 0);
  const rows = [...list.querySelectorAll<HTMLElement>(".row[data-tip]")];
  const first = rows.find((row) => row.getBoundingClientRect().bottom > edge);
  return { tip: first?.dataset.tip, top: first?.getBoundingClientRect().top ?? 0 };
}

function restore(list: Element, { tip, top }: Place): void {
  const row = tip && list.querySelector<HTMLElement>(`.row[data-tip="${tip}"]`);
  if (row) scrollerOf(list).scrollTop += row.getBoundingClientRect().top - top;
}

/** The counts of the views, and how many tips the list has. */
function takeCounts(made: Document): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".views > ul a")) {
    const fresh = made.querySelector(`.views > ul a[href="${CSS.escape(link.getAttribute("href") ?? "")}"]`);
    if (fresh) link.replaceChildren(...fresh.childNodes);
  }
  const [line, fresh] = [document, made].map((page) => page.querySelector(".queue-order"));
  if (line && fresh) line.replaceChildren(...fresh.childNodes);
}
