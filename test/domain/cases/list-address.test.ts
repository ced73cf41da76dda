import { describe, expect, it } from "vitest";
import { backToList, listQuery, withList } from "../../../functions/domain/cases/list-address.ts";

const list = "/staff/?band=A&band=B&q=%E6%B8%AF&cursor=xyz&tip=01980000-0000-7000-8000-000000000001";

describe("the list that an officer came from", () => {
  it("goes with a tip and a case, and is come back to at the tip's row", () => {
    const tip = withList("/staff/tips/7/", list);
    const page = withList("/staff/cases/SK-2026-000001/?part=done", tip);
    expect(page).toMatch(/^\/staff\/cases\/SK-2026-000001\/\?part=done&list=/);
    for (const path of [list, tip, page]) {
      expect(listQuery(path)).toBe("band=A&band=B&q=%E6%B8%AF&cursor=xyz");
      expect(backToList(path, "7")).toBe("/staff/?band=A&band=B&q=%E6%B8%AF&cursor=xyz#row-7");
    }
  });

  it("is the whole queue where nothing narrowed it, and then stands in no address", () => {
    for (const path of [
      "/staff/",
      "/staff/?tip=7",
      "/staff/tips/7/",
      "/staff/cases/SK-2026-000001/?part=read",
    ]) {
      expect(withList("/staff/tips/8/", path)).toBe("/staff/tips/8/");
      expect(backToList(path, null)).toBe("/staff/");
    }
  });

  it.each([
    "https://elsewhere.example/",
    "//elsewhere.example/?band=A#",
    "javascript:alert(1)",
    "/staff/sign-out",
    "tip=7&next=//elsewhere.example&band=A%23%2F%2Felsewhere.example",
    "\\\\elsewhere.example",
  ])("leads nowhere but to the queue, whatever an address says: %s", (given) => {
    const back = backToList(`/staff/tips/7/?${new URLSearchParams({ list: given })}`, null);
    const { host, pathname } = new URL(back, "https://desk.example");
    expect([host, pathname]).toEqual(["desk.example", "/staff/"]);
    expect(back).not.toContain("tip=");
    expect(back).not.toContain("next=");
  });
});
