import { localeFacts } from "../../../functions/domain/locales/locales.ts";
import { offeredLocales } from "../../../functions/domain/locales/offered.ts";
import { office } from "../../i18n/office.ts";

/** RFC 9116: whom to tell about a weakness. The program fills in until when: a build may be older than a year. */
export function GET(): Response {
  const lines = [
    `Contact: ${office.securityContact}`,
    "Expires: {expires}",
    `Preferred-Languages: ${[...new Set(offeredLocales.map((locale) => localeFacts[locale].tag))].join(", ")}`,
    "Canonical: {address}/.well-known/security.txt",
  ];
  return new Response(`${lines.join("\n")}\n`);
}
