import { expect, type Locator, type Page } from "@playwright/test";
import { clean } from "./desk-steps.ts";

/** Somebody at the desk whose mouse is broken: everything is reached by keys, as focus goes. */
export class KeyboardOfficer {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  type(words: string): Promise<void> {
    return this.page.keyboard.insertText(words);
  }

  /** Goes on with the tabulator until it is there. */
  async reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let step = 0; step < 200; step += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`no way by keyboard to ${target}`);
  }

  /** Reaches it and presses it. */
  async go(target: Locator): Promise<void> {
    await this.reach(target);
    await this.press("Enter");
  }

  /** Chooses an option of a list by its arrows. */
  async choose(list: Locator, label: string): Promise<void> {
    await this.reach(list);
    const labels = (await list.locator("option").allTextContents()).map((text) => text.trim());
    await this.press("Home");
    for (let step = 0; step < labels.indexOf(label); step += 1) await this.press("ArrowDown");
    await expect(list.locator("option:checked")).toHaveText(label);
  }

  /** What was just done, as it is announced. */
  async hears(words: string): Promise<void> {
    await expect(this.page.getByRole("status").filter({ hasText: words })).toBeVisible();
  }

  /** The page as it stands is clean for assistive technology and fits, on a small screen and a large one. */
  async cleanAtBothSizes(): Promise<void> {
    const now = this.page.viewportSize();
    for (const width of [768, 1280]) {
      await this.page.setViewportSize({ width, height: 900 });
      await clean(this.page);
      const fits = await this.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
      expect(fits, `${this.page.url()} at ${width}`).toBe(true);
    }
    if (now) await this.page.setViewportSize(now);
  }
}
