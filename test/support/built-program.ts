import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { dataDirectory, type Program, startProgram } from "./program.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");

export type BuiltProgram = {
  publicUrl: string;
  staffUrl: string;
  dataDir: string;
  /** The one-time link for the first admin; there while nobody has an account. */
  firstAdmin(): Promise<string>;
  /** Everything it printed: its own lines and the roles' logs. */
  output(): string;
  process: Program;
  /** Stops it in order and, unless `keepData`, removes its data. Resolves with the exit code. */
  stop(options?: { keepData?: boolean }): Promise<number | null>;
};

/**
 * Starts the program as `npm start` does, on free ports with data of its own, and waits until all of it is ready.
 * @param env more settings; `DATA_DIR` names data kept from an earlier start
 * @throws when the site is not built, or the program does not come up
 */
export async function startBuiltProgram(env: Record<string, string> = {}): Promise<BuiltProgram> {
  if (!existsSync(resolve(ROOT, "dist/server/entry.mjs")))
    throw new Error("build the site first: npm run build");
  const data = env.DATA_DIR ? { path: env.DATA_DIR, remove: async () => undefined } : dataDirectory();
  const program = startProgram(
    { LOG_LEVEL: "info", ...env, DATA_DIR: data.path },
    resolve(ROOT, "functions/start.ts"),
  );
  const ready = program.line("Ready.");
  const early = program.ended.then((code) => {
    throw new Error(`the program ended with ${code} before it was ready:\n${program.output()}`);
  });
  early.catch(() => undefined);
  try {
    await Promise.race([ready, early]);
  } catch (error) {
    await program.stop();
    await data.remove();
    throw error;
  }
  return {
    publicUrl: (await program.line("Public site")).replace(/\/$/, ""),
    staffUrl: new URL(await program.line("Desk")).origin,
    dataDir: data.path,
    firstAdmin: () => program.line("First admin"),
    output: program.output,
    process: program,
    stop: async ({ keepData = false } = {}) => {
      const code = await program.stop();
      if (!keepData) await data.remove();
      return code;
    },
  };
}
