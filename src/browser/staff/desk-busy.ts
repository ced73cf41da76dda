/** A thin line at the top while the next page is on its way; it waits a moment, so a quick answer shows nothing. */
const set = (busy: boolean): void => {
  document.body.toggleAttribute("data-busy", busy);
};

document.addEventListener("submit", (event) => {
  if (event.target instanceof HTMLFormElement && event.target.method !== "dialog") set(true);
});
document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link?.origin === location.origin && !link.hash && !link.target) set(true);
});
// Coming back, or a send that was refused without leaving the page.
addEventListener("pageshow", () => set(false));
document.addEventListener("desk-idle", () => set(false));

export {};
