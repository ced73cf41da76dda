/** Loads the campaigns and the guides of every offered language, each complete or the build stops. */
import type { z } from "zod";
import figures from "../../content/data/figures.json" with { type: "json" };
import { Campaign, Guides } from "./schema.ts";
import type { Language } from "./strings.ts";

export const campaigns = ["firearms", "drugs"] as const;
export type CampaignName = (typeof campaigns)[number];

const files = import.meta.glob<unknown>("../../content/campaigns/*/*.json", {
  eager: true,
  import: "default",
});

function load<T>(schema: z.ZodType<T>, locale: string, name: string): T {
  const parsed = schema.safeParse(files[`../../content/campaigns/${locale}/${name}.json`]);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`content/campaigns/${locale}/${name}.json: ${faults.join("; ")}`);
}

/** The words of one campaign. Throws when one is missing. */
export function campaign(name: CampaignName, { locale }: Language): Campaign {
  return load(Campaign, locale, name);
}

/** The guides for people's work and lives. Throws when one is missing. */
export function guides({ locale }: Language): Guides {
  return load(Guides, locale, "guides");
}

/** The figures of seizures for `fill`, amounts written as the language does, in Latin digits: `{drugsKg}` → `"3,211"`. */
export function figureWords({ tag }: Pick<Language, "tag">): Record<string, string> {
  const amount = new Intl.NumberFormat(`${tag}-u-nu-latn`);
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      typeof value === "number" ? amount.format(value) : value,
    ]),
  );
}
