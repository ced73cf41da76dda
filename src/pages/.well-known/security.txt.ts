import { localeFacts } from "../../../functions/domain/locales/locales.ts";
import { offeredLocales } from "../../../functions/domain/locales/offered.ts";
import { office } from "../../i18n/office.ts";

const validMs = 360 * 24 * 60 * 60 * 1000;

/** RFC 9116: whom to tell about a weakness, valid for a little under a year from the build. */
export function GET(): Response {
  const lines = [
    `Contact: ${office.securityContact}`,
    `Expires: ${new Date(Date.now() + validMs).toISOString()}`,
    `Preferred-Languages: ${[...new Set(offeredLocales.map((locale) => localeFacts[locale].tag))].join(", ")}`,
  ];
  return new Response(`${lines.join("\n")}\n`);
}
