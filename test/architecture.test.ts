import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { routePermits } from "../functions/staff/route-permits.ts";
import {
  deadPaths,
  foreignHosts,
  looseTypes,
  misnamed,
  tooLong,
  variableLogMessages,
} from "./support/architecture/file-rules.ts";
import { importCircles, importViolations } from "./support/architecture/import-rule.ts";
import { readSources, type Source } from "./support/architecture/source.ts";
import { deskLayers, deskRoutes } from "./support/desk-routes.ts";

const root = resolve(import.meta.dirname, "..");
const code = readSources(root, ["functions", "src", "test", "scripts"], [".ts", ".mts", ".mjs", ".astro"]);
const product = code.filter(({ path }) => /^(functions|src)\//.test(path));
const site = readSources(root, ["src"], [".ts", ".astro", ".css"]);
const documents = readSources(root, ["docs"], [".md"]).concat(readSources(root, ["."], ["README.md"]));

const file = (path: string, text: string): Source => ({ path, text });

describe("who may import whom", () => {
  test("every file keeps to the import rule", () => {
    expect(product.length).toBeGreaterThan(50);
    expect(importViolations(product)).toEqual([]);
  });

  test.each([
    ["functions/domain/a.ts", 'import { b } from "../service/b.ts";'],
    ["functions/domain/a.ts", 'import { readFileSync } from "node:fs";'],
    ["functions/domain/a.ts", 'const b = await import("kysely");'],
    ["functions/service/tips/a.ts", 'export { b } from "../../store/b.ts";'],
    ["functions/service/tips/a.ts", 'import type { Pool } from "pg";'],
    ["functions/store/a.ts", 'import { submit } from "../service/tips/submit.ts";'],
    ["functions/store/a.ts", 'import { ports } from "../service/ports.ts";'],
    ["functions/vault/a.ts", 'import type { B } from "../store/b.ts";'],
    ["functions/channels/web/a.ts", 'import "../sms/b.ts";'],
    ["functions/channels/web/a.ts", 'import { b } from "../../twilio/b.ts";'],
    ["functions/channels/voice/a.ts", 'import { b } from "../../staff/b.ts";'],
    ["functions/staff/a.ts", 'import { b } from "../vault/open.ts";'],
    ["src/pages/[locale]/a.astro", '---\nimport { b } from "../../../functions/service/b.ts";\n---\n<p />'],
    ["src/components/A.astro", '<script>import { b } from "../../functions/staff/b.ts";</script>'],
    ["src/pages/staff/a.astro", '---\nimport { b } from "../../../functions/store/b.ts";\n---\n<p />'],
  ])("%s may not: %s", (path, text) => {
    expect(importViolations([file(path, text)])).toHaveLength(1);
  });

  test.each([
    ["functions/domain/a.ts", 'import { z } from "zod";\nimport { b } from "./b.ts";'],
    ["functions/store/a.ts", 'import type { Clock } from "../service/ports.ts";\nimport pg from "pg";'],
    ["functions/channels/sms/a.ts", 'import { b } from "../../twilio/b.ts";'],
    ["functions/public-app.ts", 'import { b } from "./store/b.ts";'],
  ])("%s may: %s", (path, text) => {
    expect(importViolations([file(path, text)])).toEqual([]);
  });

  test("no file imports itself by any way round", () => {
    expect(importCircles(code)).toEqual([]);
    const circle = [
      file("a.ts", 'import "./b.ts";'),
      file("b.ts", 'import type { C } from "./c.ts";'),
      file("c.ts", 'import "./a.ts";'),
    ];
    expect(importCircles(circle)).toEqual(["a.ts -> b.ts -> c.ts -> a.ts"]);
    expect(importCircles(circle.slice(0, 2))).toEqual([]);
  });
});

describe("how files are written", () => {
  test("none is longer than 300 lines, but for tables of data", () => {
    expect(tooLong(code)).toEqual([]);
    const long = "a;\n".repeat(301);
    expect(tooLong([file("functions/a.ts", long), file("functions/b.ts", "a;\n".repeat(300))])).toHaveLength(
      1,
    );
    expect(tooLong([file("functions/domain/goods/lexicon/ja.ts", long)])).toEqual([]);
  });

  test("each is named as its kind is", () => {
    expect(misnamed(code)).toEqual([]);
    const wrong = [
      "functions/readTip.ts",
      "functions/Read.ts",
      "src/components/tip-card.astro",
      "src/pages/TipPage.astro",
    ];
    expect(misnamed(wrong.map((path) => file(path, "")))).toHaveLength(wrong.length);
    const right = [
      "functions/read-tip.ts",
      "src/components/TipCard.astro",
      "src/pages/[locale]/index.astro",
      "test/a.test.ts",
    ];
    expect(misnamed(right.map((path) => file(path, "")))).toEqual([]);
  });

  test("no any, no check switched off, no default export but where a tool needs one", () => {
    const checked = code.filter(({ path }) => !path.endsWith(".mts"));
    expect(looseTypes(checked)).toEqual([]);
    for (const text of [
      "const a: any = 1;",
      "const a = b as any[];",
      `// @ts-${"ignore"}\nconst a = 1;`,
      `// @ts-${"expect-error"}\nconst a = 1;`,
      "export default 1;",
      "export default function a() {}",
      "export default class A {}",
    ]) {
      expect(looseTypes([file("functions/a.ts", text)]), text).toHaveLength(1);
    }
    expect(looseTypes([file("functions/a.ts", 'const any = "export default any";')])).toEqual([]);
  });

  test("every log message is a constant", () => {
    expect(variableLogMessages(product)).toEqual([]);
    for (const call of [
      "log.info({}, `tip`.concat(words))",
      "ctx.log.warn({}, error.message)",
      'log.error({}, "a" + b)',
      "log.info({})",
    ]) {
      expect(variableLogMessages([file("functions/a.ts", call)]), call).toHaveLength(1);
    }
    expect(variableLogMessages([file("functions/a.ts", 'context.log.info({ count: 1 }, "done");')])).toEqual(
      [],
    );
  });

  test("the site names no other host", () => {
    expect(foreignHosts(site)).toEqual([]);
    const bad = [
      '<script src="https://cdn.example/x.js">',
      '<img src="//cdn.example/x.png">',
      "url(https://fonts.example/x)",
    ];
    for (const text of bad) expect(foreignHosts([file("src/a.astro", text)]), text).toHaveLength(1);
    expect(
      foreignHosts([file("src/a.astro", '<svg xmlns="http://www.w3.org/2000/svg"> // a comment')]),
    ).toEqual([]);
  });

  test("paths cited in the documents are there", () => {
    expect(documents.length).toBeGreaterThan(2);
    expect(deadPaths(documents, root)).toEqual([]);
    expect(
      deadPaths([file("docs/a.md", "see `functions/no-such-file.ts` and `test/nowhere/`")], root),
    ).toHaveLength(2);
    expect(deadPaths([file("docs/a.md", "see `functions/start.ts` and `npm start`")], root)).toEqual([]);
  });
});

describe("the desk's addresses", () => {
  test("each says in the table of routes for whom it is, and the table names no other", () => {
    const outside = ["GET /", "GET /_astro/*", "GET /healthz", "GET /icon.svg", "GET /readyz"];
    const keys = deskRoutes().map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(30);
    // A new address wants one line in functions/staff/route-permits.ts; without it the door answers 404.
    expect(keys.filter((key) => !outside.includes(key)).sort()).toEqual(Object.keys(routePermits).sort());
    // Nothing answers every method at once.
    expect(deskLayers().filter((path) => !path.endsWith("/*"))).toEqual([]);
  });
});
