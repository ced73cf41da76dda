/** Keeps "12 minutes ago" true while the page stays open; text is set only where it changed, so nothing flickers. */
import { agoWords } from "../../i18n/desk-ago.ts";

const locale = document.documentElement.lang === "en" ? "en" : "ja";

setInterval(() => {
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-ago]")) {
    const words = agoWords(time.dateTime, Date.now(), locale);
    if (words !== null && words !== time.textContent) time.textContent = words;
  }
}, 15_000);
