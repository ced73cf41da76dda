import type { Page } from "@playwright/test";

/**
 * What of a page is lost or hard to read at its present width: a page wider than the window, words that leave the window
 * or are cut off by their box, and lines so close that the marks above and below tall scripts run into each other.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults = new Set<string>();
    const root = document.documentElement;
    const say = (fault: string, element: Element, text = element.textContent ?? "") =>
      faults.add(`${fault}: <${element.localName} class="${element.className}"> ${text.trim().slice(0, 40)}`);
    if (root.scrollWidth > innerWidth) faults.add(`the page is ${root.scrollWidth} wide in ${innerWidth}`);
    const pen = document.createElement("canvas").getContext("2d");
    if (!pen) throw new Error("no canvas");
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      const words = node.nodeValue ?? "";
      if (
        !element?.checkVisibility() ||
        words.trim() === "" ||
        element.closest(".visually-hidden, .skip, rp")
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 1);
      // A wide table or map scrolls in a box of its own.
      const scrolls = element.closest(".table, .map") !== null;
      if (!scrolls && boxes.some(({ left, right }) => left < -1 || right > root.clientWidth + 1))
        say("leaves the window", element, words);
      for (let box: Element | null = element; box; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box);
        if (overflowX === "visible" || overflowX === "auto" || box === document.body || box === root)
          continue;
        if (
          box.scrollWidth > box.clientWidth + 1 ||
          (overflowY !== "auto" && box.scrollHeight > box.clientHeight + 1)
        )
          say("is cut off", box);
      }
      const lines = new Set(boxes.map(({ top }) => Math.round(top)));
      if (lines.size < 2 || element.closest("ruby")) continue;
      const { font, lineHeight } = getComputedStyle(element);
      pen.font = font;
      const ink = pen.measureText(words);
      const tall = ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent;
      if (tall > Number.parseFloat(lineHeight) + 0.5)
        say(`lines of ${tall.toFixed(1)} px stand ${lineHeight} apart`, element, words);
    }
    return [...faults];
  });
}
