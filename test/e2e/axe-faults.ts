import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** The rules whose answer depends on the colour scheme. */
export const colourRules = ["color-contrast", "link-in-text-block"] as const;

let version = "";
/** Of the axe that answered last. */
export const axeVersion = (): string => version;

/** What axe finds on the page as it stands: each rule with the elements that break it. */
export async function axeFaults(
  page: Page,
  rules: readonly string[] | "all" | "none" = "all",
  without: readonly string[] = [],
): Promise<unknown[]> {
  if (rules === "none") return [];
  // Our pages hold no frames, so axe need not look into them, which takes it a page more and twice the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().disableRules([...without]);
  const { violations, testEngine } = await (rules === "all" ? axe : axe.withRules([...rules])).analyze();
  version = testEngine.version;
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)]);
}
