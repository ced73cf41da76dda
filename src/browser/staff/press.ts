/**
 * Presses what a page offers, found by its `data-key`: a form is sent, a sheet is opened at its first
 * field, a button is pressed.
 */

/** Null when the page has no such thing, or does not show it now. */
export function target(name: string): HTMLElement | null {
  const found = document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(name)}"]`);
  return [...found].find((each) => each instanceof HTMLDialogElement || isShown(each)) ?? null;
}

/** Behind an open dialog the page is out of reach, for keys as for the pointer. */
export const dialogOpen = (): boolean => document.querySelector("dialog[open]") !== null;

/** What lies in a closed menu counts: its button can be pressed all the same. */
function isShown(element: HTMLElement): boolean {
  const menu = element.parentElement?.closest("details:not([open])");
  return element.checkVisibility() || menu?.checkVisibility() === true;
}

/** Whether there was something to press. */
export function press(name: string): boolean {
  const found = target(name);
  if (found instanceof HTMLDetailsElement) open(found);
  else if (found instanceof HTMLDialogElement) found.showModal();
  // Several tips could be meant: the choice is made at the button.
  else if (name === "join") found?.querySelector("button")?.focus();
  else if (found instanceof HTMLFormElement) found.requestSubmit();
  else found?.click();
  return found !== null;
}

function open(details: HTMLDetailsElement): void {
  details.open = true;
  // One after the other: the form's first field is one that nobody sees.
  const fields = [
    "input:checked, input[name='reason'], textarea[name='text'], select",
    "input:not([type='hidden'])",
  ];
  const field = fields.map((each) => details.querySelector<HTMLElement>(each)).find((each) => each !== null);
  field?.focus();
}
