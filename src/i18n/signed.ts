import { offeredLocales } from "../../functions/domain/locales/offered.ts";

/** Whether nobody answers for a translation yet. The master language is nobody's translation. */
export function isProvisional(locale: string, signedBy: string | undefined): boolean {
  return locale !== offeredLocales[0] && signedBy === undefined;
}
