import { describe, expect, it } from "vitest";
import { narrowedBy, TipFilters } from "../../functions/domain/cases/tip-filters.ts";
import { deskWords } from "../../src/i18n/desk.ts";
import { whyEmpty } from "../../src/i18n/desk-empty.ts";

/** Something to narrow by for every filter that there is: a new one must be named here. */
const samples: Record<keyof TipFilters, string> = {
  lane: "set_aside",
  band: "A",
  region: "kobe",
  state: "new",
  channel: "voice",
  lang: "vi",
  goods: "gold",
  urgency: "soon",
  unit: "dogs",
  due: "week",
  q: "倉庫",
  owner: "none",
  arriving: "1",
  unread: "1",
  recording: "1",
};
const names = Object.keys(samples) as (keyof TipFilters)[];
const pairs = names.flatMap((first, at) => names.slice(at + 1).map((second) => [first, second] as const));
const filters = (...chosen: (keyof TipFilters)[]) =>
  TipFilters.parse(Object.fromEntries(chosen.map((name) => [name, samples[name]])));

describe.each(["ja", "en"] as const)("an empty list, in %s", (locale) => {
  const t = deskWords(locale);

  it("says that nothing waits only where nothing narrows it", () => {
    expect(whyEmpty(TipFilters.parse({}), t)).toBe(t.queue.empty);
    for (const name of names) {
      expect(narrowedBy(filters(name)), name).toEqual([name]);
      expect(whyEmpty(filters(name), t), name).not.toBe(t.queue.empty);
    }
  });

  it("says of any two filters that no tip fits them, and of a search within one that it looked there alone", () => {
    for (const pair of pairs) {
      const expected = pair.includes("q") ? t.empty.searchFiltered : t.queue.emptyFiltered;
      expect(whyEmpty(filters(...pair), t), pair.join()).toBe(expected);
    }
  });

  it("has words of its own for each usual view and for a search", () => {
    const own: [Record<string, string>, string][] = [
      [{ state: "closed" }, t.empty.closed],
      [{ lane: "set_aside" }, t.empty.aside],
      [{ lane: "quarantine" }, t.empty.quarantine],
      [{ arriving: "1" }, t.empty.arriving],
      [{ owner: "me" }, t.empty.mine],
      [{ unread: "1" }, t.empty.unread],
      [{ recording: "1" }, t.empty.recordings],
      [{ q: "倉庫" }, t.empty.search],
      [{ q: "庫" }, t.empty.short],
      [{ q: "RC-0000-0000" }, t.empty.receipt],
      [{ unit: "dogs" }, t.queue.emptyFiltered],
      [{ owner: "someone" }, t.queue.emptyFiltered],
    ];
    for (const [given, words] of own) expect(whyEmpty(TipFilters.parse(given), t)).toBe(words);
  });
});
