/** A thin line at the top while the next page is on its way; it waits a moment, so a quick answer shows nothing. */
/** What is saved leaves the page where it is. */
const saved = /^\/staff\/(evidence\/|tips\/[^/]+\/sealed$|.*\.csv$)/;

const set = (busy: boolean): void => {
  document.body.toggleAttribute("data-busy", busy);
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method === "dialog") return;
  set(true);
  const { waiting } = form.dataset;
  if (waiting === undefined) return;
  // An answer that takes long is asked for once.
  if (form.ariaBusy === "true") event.preventDefault();
  form.ariaBusy = "true";
  say(form, waiting);
});
document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link?.origin !== location.origin || link.hash || link.target || saved.test(link.pathname)) return;
  set(true);
});
// Coming back, or a send that was refused without leaving the page.
addEventListener("pageshow", () => {
  set(false);
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-waiting]")) {
    form.ariaBusy = null;
    say(form, "");
  }
});
document.addEventListener("desk-idle", () => set(false));

/** In the line of the form that is there for it. */
function say(form: HTMLFormElement, words: string): void {
  const line = form.querySelector(".waiting");
  if (line) line.textContent = words;
}

export {};
