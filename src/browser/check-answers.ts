/** The last page before sending: what was written, question by question, and what in it could show who wrote it. */
import { findTelling, type TellingKind, type TellingPhrases } from "./find-telling.ts";
import { holdsPlace } from "./photo-place.ts";

export interface Helper {
  title: string;
  text: string;
  none: string;
  self: string;
  relation: string;
  only: string;
  time: string;
  contact: string;
  photo: string;
  photoPlace: string;
  phrases: TellingPhrases;
}

type Made = Node | string;

function make(tag: string, children: readonly Made[], className = ""): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** The questions of the form, in order. */
export function fieldsOf(form: HTMLElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(".step .field")];
}

/** A question's own words, without "optional" and without readings set above kanji. */
function labelOf(field: HTMLElement): string {
  const label = field.querySelector("legend, label:not(.choice)")?.cloneNode(true);
  if (!(label instanceof HTMLElement)) return "";
  for (const extra of label.querySelectorAll(".need, rt, rp")) extra.remove();
  return label.textContent.trim();
}

/** What was answered, in words: typed text, ticked choices, names of files. Empty when nothing was. */
export function answersOf(field: HTMLElement, filesCount: string): string {
  const typed = field.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    "textarea, input:not([type=checkbox], [type=file])",
  );
  const ticked = [...field.querySelectorAll<HTMLInputElement>("input[type=checkbox]:checked")].map(
    (box) => box.closest("label")?.textContent.trim() ?? "",
  );
  const files = [...(field.querySelector<HTMLInputElement>("input[type=file]")?.files ?? [])];
  const names = files.map(({ name }) => name);
  const counted = files.length > 0 ? [filesCount.replace("{count}", String(files.length)), ...names] : [];
  return [typed?.value.trim() ?? "", ...counted, ...ticked].filter((part) => part !== "").join("\n");
}

/** One row of the list: question, answer, and the button that leads back to it. */
export function rowFor(
  field: HTMLElement,
  answer: string,
  words: { change: string; nothing: string; goTo: () => void },
): HTMLElement {
  const label = labelOf(field);
  const change = make("button", [words.change], "link-button") as HTMLButtonElement;
  change.type = "button";
  change.setAttribute("aria-label", `${words.change}: ${label}`);
  change.addEventListener("click", words.goTo);
  const shown = make("p", [answer || words.nothing], answer ? "answer" : "answer quiet");
  shown.dir = "auto";
  return make("div", [make("dt", [label]), make("dd", [shown, change])]);
}

/** Fills the box with what could show who wrote it. Looks at the words and at the files' own records. */
export async function showHelper(
  box: HTMLElement,
  fields: readonly HTMLElement[],
  words: Helper,
): Promise<void> {
  const found = new Map<TellingKind, string[]>();
  for (const field of fields) {
    const typed = field.querySelector<HTMLTextAreaElement | HTMLInputElement>(
      "textarea, input:not([type=checkbox], [type=file])",
    );
    if (!typed || typed.name === "contact") continue;
    for (const { kind, quotes } of findTelling(typed.value, words.phrases)) {
      // A number of the people reported is what we ask for; only in the free words it may be one's own.
      const askedFor = kind === "contact" || (kind === "time" && typed.name === "when");
      if (typed.name === "text" || !askedFor) found.set(kind, [...(found.get(kind) ?? []), ...quotes]);
    }
  }
  const items = [...found].map(([kind, quotes]) =>
    make("li", [...quotes.map((quote) => make("q", [quote])), make("span", [words[kind]])]),
  );
  const files = fields.flatMap((field) => [
    ...(field.querySelector<HTMLInputElement>("input[type=file]")?.files ?? []),
  ]);
  if (files.some(({ type }) => /^(image|video)\//.test(type))) items.push(make("li", [words.photo]));
  for (const file of files) {
    if (await holdsPlace(file)) items.push(make("li", [words.photoPlace.replace("{file}", file.name)]));
  }
  box.replaceChildren(
    make("h3", [words.title]),
    ...(items.length > 0 ? [make("p", [words.text]), make("ul", items)] : [make("p", [words.none])]),
  );
}
