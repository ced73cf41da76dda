import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";
import { type Source, visit } from "./source.ts";

const LINE_LIMIT = 300;

/** Tables of words, places and drawings: data that happens to be written as TypeScript. */
export const DATA_FILES = [
  /^functions\/domain\/goods\/lexicon\//,
  /^functions\/domain\/routing\/gazetteer\//,
  /^functions\/domain\/text\/spoken\//,
  /^functions\/domain\/triage\/cues\//,
  /^src\/drawings\//,
  /^test\/.*\/invented-[\w-]+\.ts$/,
  /-(table|data)\.ts$/,
];

export function tooLong(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !DATA_FILES.some((rule) => rule.test(path)))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > LINE_LIMIT)
    .map(({ path, lines }) => `${path} has ${lines} lines, more than ${LINE_LIMIT}`);
}

/** Files in kebab-case, Astro components in PascalCase; pages are named by their addresses. */
export function misnamed(sources: readonly Source[]): string[] {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|e2e|bench|config|d))*\.(ts|mjs|mts|css|md|json)$/;
  const rule = (path: string): RegExp => {
    if (path.startsWith("src/pages/"))
      return /^(\[\.{0,3}[a-zA-Z]+\]|[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z]+)*\.(astro|ts)$/;
    if (path.endsWith(".astro")) return /^([A-Z][a-z0-9]*)+\.astro$/;
    return kebab;
  };
  return sources
    .filter(({ path }) => !rule(path).test(basename(path)))
    .map(({ path }) => `${path} is not named as its kind is`);
}

/** `any`, switched-off checks and default exports (which only Astro and configurations need). */
export function looseTypes(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    visit(source, (node, line) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(`${source.path}:${line} uses any`);
      const exported = ts.isExportAssignment(node) && !node.isExportEquals;
      const defaulted =
        ts.canHaveModifiers(node) &&
        ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
      if (exported || defaulted) found.push(`${source.path}:${line} has a default export`);
    });
    source.text.split("\n").forEach((text, index) => {
      const off = text.match(/@ts-(?:ignore|nocheck|expect-error)\b|biome-ignore(?:-all|-start)\b/);
      if (off) found.push(`${source.path}:${index + 1} switches a check off`);
    });
    return found;
  });
}

/** Log lines whose message is not a constant of the program: such a message could hold what someone sent. */
export function variableLogMessages(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    // The logger itself passes messages on.
    if (source.path === "functions/log.ts") return found;
    visit(source, (node, line) => {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
      const { name, expression } = node.expression;
      const isLog =
        /(^|\.)log$/.test(expression.getText()) && ["debug", "info", "warn", "error"].includes(name.text);
      const message = node.arguments[1];
      if (isLog && !(message && ts.isStringLiteral(message)))
        found.push(`${source.path}:${line} logs a message that is no constant`);
    });
    return found;
  });
}

/** Addresses of other hosts in the site's code; XML namespaces are names, not addresses. */
export function foreignHosts(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const hosts = [...line.matchAll(/(?:https?:|(?<=["'(=]))\/\/([\w-]+(?:\.[\w-]+)+)/g)].map(
        (match) => match[1] ?? "",
      );
      return hosts
        .filter((host) => host !== "www.w3.org" && host !== "www.sitemaps.org")
        .map((host) => `${path}:${index + 1} names ${host}`);
    }),
  );
}

const MADE_LATER = /^(data|dist|node_modules)\//;

/** Paths that a document cites in code marks and that are not there. */
export function deadPaths(documents: readonly Source[], root: string): string[] {
  return documents.flatMap(({ path, text }) =>
    [...text.matchAll(/`([^`\s]+)`/g)]
      .map((match) => (match[1] ?? "").replace(/:\d+$/, ""))
      .filter((cited) =>
        /^(\.ci|content|docs|functions|public|scripts|src|test|tips)\/[\w./[\]-]*$/.test(cited),
      )
      .filter((cited) => !MADE_LATER.test(cited) && !existsSync(join(root, cited)))
      .map((cited) => `${path} cites ${cited}, which is not there`),
  );
}
