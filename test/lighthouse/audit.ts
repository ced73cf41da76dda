import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";
import config from "../../playwright.config.ts";

/** Home, a campaign each and the report, in the languages whose letters differ most: Han, Latin, and from the right. */
export const audited = ["ja", "en", "fa"].flatMap((locale) =>
  ["", "firearms/", "drugs/", "report/"].map((page) => `/${locale}/${page}`),
);

export interface Audit {
  path: string;
  /** Of 100, by category: `accessibility`, `best-practices`, `seo`, and `performance` where it was asked for. */
  scores: Record<string, number>;
  /** What keeps a category from 100, as Lighthouse says it. */
  faults: string[];
}

interface Result {
  lhr: {
    runtimeError?: { message: string };
    categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
    audits: Record<string, { score: number | null; title: string; displayValue?: string }>;
  };
}
type Lighthouse = (url: string, flags: object) => Promise<Result | undefined>;

/** Lighthouse's own phone and slow network for `performance`; nothing is asked of another host. */
export async function auditPages(
  address: string,
  paths: readonly string[],
  categories: readonly string[],
): Promise<Audit[]> {
  const place = resolve(import.meta.dirname, "../../tools/node_modules/lighthouse/core/index.js");
  const { default: lighthouse }: { default: Lighthouse } = await import(pathToFileURL(place).href);
  const launch = config.use?.launchOptions;
  const port = 20_000 + (process.pid % 20_000);
  const browser = await chromium.launch({
    ...launch,
    args: [...(launch?.args ?? []), `--remote-debugging-port=${port}`],
  });
  try {
    const audits: Audit[] = [];
    for (const path of paths) {
      const flags = { port, onlyCategories: categories, logLevel: "error", output: "json" };
      const result = await lighthouse(`${address}${path}`, flags);
      if (!result || result.lhr.runtimeError)
        throw new Error(`${path}: ${result?.lhr.runtimeError?.message}`);
      audits.push(read(path, result.lhr));
    }
    return audits;
  } finally {
    await browser.close();
  }
}

function read(path: string, { categories, audits }: Result["lhr"]): Audit {
  const scores = Object.entries(categories).map(([name, { score }]) => [
    name,
    Math.round((score ?? 0) * 100),
  ]);
  const refs = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  );
  const faults = refs.flatMap(({ id }) => {
    const { score = null, title = "", displayValue = "" } = audits[id] ?? {};
    return score !== null && score < 1 ? [`${id}: ${title} ${displayValue}`.trim()] : [];
  });
  return { path, scores: Object.fromEntries(scores), faults };
}
