import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { PublicPageLocals } from "../../functions/domain/intake/public-page.ts";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";
import { draw, emptyReport, prerendered } from "./built.ts";

const checker = resolve(import.meta.dirname, "../../tools/node_modules/vnu-jar/build/dist/vnu.jar");
const folder = mkdtempSync(join(tmpdir(), "markup-"));
afterAll(() => rmSync(folder, { recursive: true }));

const thread = {
  kind: "thread",
  receipt: "1234 5678 9012 3456",
  status: "question",
  statusWords: null,
  messages: [{ from: "desk", at: new Date("2026-11-21T01:00:00Z"), text: "<b>\nQ & A" }],
  idempotencyKey: "key-for-the-next-addition",
  added: true,
  message: "",
  issues: [],
} as const satisfies PublicPageLocals;

/** Every state in which a page drawn on demand can stand, by the name of its file. */
const states: Readonly<Record<string, PublicPageLocals>> = {
  "report/": emptyReport,
  "report/wrong/": {
    ...emptyReport,
    values: { ...emptyReport.values, text: "</textarea> & <b>", goods: ["gold"], place: '"x"' },
    issues: [
      { field: "text", code: "empty" },
      { field: "goods", code: "invalid" },
      { field: "files", code: "too_large", file: '"<港>".jpg' },
      { field: "contact", code: "too_long" },
    ],
    trouble: "failed",
    filesLost: true,
  },
  "report/received/": {
    kind: "received",
    receipt: "1234 5678 9012 3456",
    acceptedAt: new Date("2026-11-20T13:10:00Z"),
    files: [{ name: '"<港>".jpg', removed: "metadata", original: true }],
    contactLeft: true,
  },
  "follow-up/": { kind: "ask", receipt: "", issues: [] },
  "follow-up/wrong/": {
    kind: "ask",
    receipt: "12",
    issues: [{ field: "receipt", code: "invalid" }],
    trouble: "too_often",
  },
  "follow-up/thread/": { ...thread, messages: [...thread.messages] },
  "follow-up/away/": {
    ...thread,
    status: null,
    messages: [],
    issues: [{ field: "message", code: "empty" }],
    trouble: "failed",
  },
};

it("holds nothing that the Nu HTML checker warns of, on any public page in any language and state", async () => {
  for (const { path, html } of prerendered()) write(path, html);
  for (const locale of offeredLocales)
    for (const [name, page] of Object.entries(states))
      write(`/${locale}/${name}`, await draw(`/${locale}/${name.split("/")[0]}/`, page));
  // One fault on purpose shows that the checker reads what lies here.
  write("/fault/", '<!DOCTYPE html><html lang="ja"><title>x</title><p><li>');
  // It guesses a language by itself and takes Filipino for Tagalog: the language is ours to say.
  const options = ["--no-langdetect", "--format", "json", "--exit-zero-always", "--skip-non-html"];
  const run = spawnSync("java", ["-Xmx512m", "-jar", checker, ...options, folder], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  // Whatever cannot be read as its answer, a missing Java or checker among it, fails here.
  const { messages } = JSON.parse(run.stderr || `no answer: ${run.error}`) as { messages: Message[] };
  expect(messages.map(told).filter((line) => !line.startsWith("/fault/"))).toEqual([]);
  expect(messages.map(told).join()).toMatch(/^\/fault\/index.html error: .*“li”/);
}, 240_000);

interface Message {
  url: string;
  type: string;
  message: string;
  extract?: string;
}

function told({ url, type, message, extract }: Message): string {
  return `${url.slice(url.indexOf(folder) + folder.length)} ${type}: ${message} ${extract ?? ""}`;
}

/** A page made at build does not know the site's address; the program fills it in. */
function write(path: string, html: string): void {
  const file = join(folder, path, "index.html");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html.replaceAll("{address}", "https://site.example"));
}
