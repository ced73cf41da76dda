import { z } from "zod";
import { IdempotencyKey, Report } from "../intake/report.ts";
import { Locale } from "../locales/locales.ts";

/** What a partner body sends: a report as any other, in Japanese unless it says so. */
export const PartnerTipRequest = Report.extend({
  locale: Locale.default("ja"),
  /** Without one a repeat of the request is a second tip. */
  idempotencyKey: IdempotencyKey.optional(),
});
export type PartnerTipRequest = z.infer<typeof PartnerTipRequest>;

/** How a partner body is shown at the desk: one line. */
export const PartnerName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cf}\u2028\u2029]+$/u);
export type PartnerName = z.infer<typeof PartnerName>;
