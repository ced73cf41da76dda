/** The understood words of a text are one stop of the Tab key; arrows go from one to the next, Escape lets go. */
for (const words of document.querySelectorAll<HTMLElement>(".words")) {
  const marks = [...words.querySelectorAll<HTMLElement>(".mark")];
  marks.forEach((mark, at) => {
    mark.tabIndex = at === 0 ? 0 : -1;
  });
  for (const event of ["focusin", "pointerover"] as const)
    words.addEventListener(event, ({ target }) => {
      const mark = target instanceof Element ? target.closest<HTMLElement>(".mark") : null;
      const [first] = mark?.getClientRects() ?? [];
      if (!mark || !first) return;
      const room = words.getBoundingClientRect();
      const fromRight = getComputedStyle(words).direction === "rtl";
      const at = fromRight ? room.right - first.right : first.left - room.left;
      mark.style.setProperty("--mark-at", `${Math.round(at)}px`);
    });
  words.addEventListener("keydown", (event) => {
    const at = marks.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    if (event.key === "Escape") return marks[at]?.blur();
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next = by === undefined ? undefined : marks[at + by];
    if (!next) return;
    event.preventDefault();
    for (const mark of marks) mark.tabIndex = mark === next ? 0 : -1;
    next.focus();
  });
}

export {};
