import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";
import { Office, office, telHref } from "../../src/i18n/office.ts";

describe("the office's data", () => {
  it("names the line and the other lines as they are published", () => {
    expect(office.dial).toMatchObject({ e164: "+81120461961", display: "0120-461-961" });
    expect(office.hotlines).toEqual({
      police: "110",
      coastGuard: "118",
      anonymousCrime: "0120-924-839",
      guns: "0120-10-3774",
      immigration: "0570-013904",
    });
  });

  it.each([
    ["display", "0120-461-962"],
    ["e164", "+81120461962"],
    ["groups", ["0120", "461", "962"]],
  ])("is refused when only %s of the number changes", (key, value) => {
    const changed = { ...office, dial: { ...office.dial, [key]: value } };
    expect(Office.safeParse(changed).success).toBe(false);
  });

  it("names the nine Customs in every offered language", () => {
    expect(office.customs).toHaveLength(9);
    for (const { names } of office.customs)
      expect(Object.keys(names)).toEqual(expect.arrayContaining([...offeredLocales]));
  });

  it("dials a number without its dashes", () => {
    expect(telHref(office.dial.display)).toBe("tel:0120461961");
  });

  it("is the only place of a number: pages in words take it from here", () => {
    for (const locale of offeredLocales) {
      for (const name of readdirSync(`content/pages/${locale}`)) {
        expect(readFileSync(`content/pages/${locale}/${name}`, "utf8"), name).not.toMatch(/\d[\d-]{2,}/);
      }
    }
  });
});
