/** What names the office, parsed once: its number, other hotlines, the nine Customs. Nothing of it stands in code. */
import { z } from "zod";
import data from "../../content/data/office.json" with { type: "json" };

const number = z.string().regex(/^\d{2,4}(-\d{2,6}){0,2}$/);

export const Office = z
  .strictObject({
    dial: z.strictObject({
      e164: z.string().regex(/^\+\d{8,15}$/),
      display: number,
      groups: z.tuple([z.string(), z.string(), z.string()]),
      readings: z.tuple([z.string().min(1), z.string().min(1)]),
    }),
    hotlines: z.strictObject({
      police: number,
      coastGuard: number,
      anonymousCrime: number,
      guns: number,
      immigration: number,
    }),
    withholdPrefix: z.string().regex(/^\d+$/),
    leaveTo: z.url({ protocol: /^https$/ }),
    /** Where to write about a weakness of this site (RFC 9116). */
    securityContact: z.url({ protocol: /^(mailto|https)$/ }),
    timeZone: z.string().min(1),
    customs: z
      .array(
        z.strictObject({
          code: z.string().min(1),
          names: z.record(z.string(), z.string().min(1)),
          /** For everything but smuggling; left out where it could not be confirmed. */
          telephone: number.optional(),
        }),
      )
      .min(1),
    /** The year in which the telephone numbers of the Customs were last confirmed. */
    telephonesChecked: z.string().regex(/^\d{4}$/),
  })
  .refine(({ dial }) => dial.groups.join("-") === dial.display, { error: "groups and display differ" })
  .refine(({ dial }) => dial.e164.endsWith(dial.display.replaceAll("-", "").replace(/^0/, "")), {
    error: "display and E.164 differ",
  });
export type Office = z.infer<typeof Office>;

export const office: Office = Office.parse(data);

/** The `tel:` address of a Japanese number as printed: `telHref("0120-461-961")` → `"tel:0120461961"`. */
export function telHref(display: string): string {
  return `tel:${display.replaceAll("-", "")}`;
}

/** Every number of the office under the name by which words refer to it: `{dial}`, `{police}`, `{withholdPrefix}` … */
export const officeWords: Readonly<Record<string, string>> = {
  dial: office.dial.display,
  withholdPrefix: office.withholdPrefix,
  telephonesChecked: office.telephonesChecked,
  ...office.hotlines,
};
