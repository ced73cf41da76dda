import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";
import { Office, office, telHref } from "../../src/i18n/office.ts";
import { language } from "../../src/i18n/strings.ts";

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

  it("names the nine Customs, in Japanese and English as the site's words do", () => {
    expect(office.customs).toHaveLength(9);
    for (const { code, names } of office.customs) {
      for (const locale of ["ja", "en"] as const)
        expect(language(locale).t.contact.customs[code]?.name).toBe(names[locale]);
    }
  });

  it("dials a number without its dashes", () => {
    expect(telHref(office.dial.display)).toBe("tel:0120461961");
  });

  it("is the only place of a number: pages in words take it from here", () => {
    for (const locale of offeredLocales) {
      for (const name of readdirSync(`content/pages/${locale}`)) {
        const words = readFileSync(`content/pages/${locale}/${name}`, "utf8").replace(
          /(?<!\d)(19|20)\d\d(?![\d-])/g,
          "",
        );
        expect(words, name).not.toMatch(/\d[\d-]{2,}/);
      }
    }
  });
});
