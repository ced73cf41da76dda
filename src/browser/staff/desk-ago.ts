/**
 * Keeps "12 minutes ago" and the time left to an arrival true while the page stays open; text is set only where it
 * changed, so nothing flickers.
 */
import { agoWords, type ClockWords, clockWords } from "../../i18n/desk-ago.ts";

const locale = document.documentElement.lang === "en" ? "en" : "ja";

setInterval(() => {
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-ago]")) {
    const words = agoWords(time.dateTime, Date.now(), locale);
    if (words !== null && words !== time.textContent) time.textContent = words;
  }
  const { days = "", hours = "", minutes = "", landed = "" } = document.body.dataset;
  const clock: ClockWords = { days, hours, minutes, landed };
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-due]")) {
    const words = clockWords(time.dateTime, Date.now(), clock);
    if (words !== time.textContent) time.textContent = words;
  }
}, 15_000);
