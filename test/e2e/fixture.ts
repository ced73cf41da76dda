import { test as base } from "@playwright/test";
import { type BuiltProgram, startBuiltProgram } from "../support/built-program.ts";

export { expect } from "@playwright/test";

/**
 * `program` is the built program, started once for each worker with `settings` as more of its environment
 * (`test.use({ settings: { SMTP_URL: "smtp://127.0.0.1:2525" } })` at the top of a file); pages open on its site.
 */
export const test = base.extend<object, { settings: Record<string, string>; program: BuiltProgram }>({
  settings: [{}, { scope: "worker", option: true }],
  program: [
    async ({ settings }, use) => {
      const program = await startBuiltProgram(settings);
      await use(program);
      await program.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ program }, use) => use(program.publicUrl),
});
