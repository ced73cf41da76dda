import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";

/** One file of the repository, or of a made-up one: its path from the root, with slashes, and its text. */
export type Source = { path: string; text: string };

export type Import = { specifier: string; typeOnly: boolean };

const SKIPPED = new Set(["node_modules", "dist", "data", ".git", ".astro", "results"]);

/** All files below the folders named, with an ending asked for. */
export function readSources(root: string, folders: readonly string[], endings: readonly string[]): Source[] {
  const walk = (folder: string): Source[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory())
        return SKIPPED.has(entry.name) && !path.startsWith("content") ? [] : walk(path);
      return endings.some((ending) => path.endsWith(ending))
        ? [{ path, text: readFileSync(join(root, path), "utf8") }]
        : [];
    });
  return folders.flatMap(walk);
}

/** The TypeScript of a file: all of it, or an Astro component's front matter and scripts. */
export function scriptOf({ path, text }: Source): string {
  if (!path.endsWith(".astro")) return text;
  const frontMatter = text.match(/^---\n([\s\S]*?)\n---/)?.[1] ?? "";
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? "");
  return [frontMatter, ...scripts].join("\n");
}

/** Visits every node of a file's syntax tree. */
export function visit(source: Source, look: (node: ts.Node, line: number) => void): void {
  const file = ts.createSourceFile(source.path, scriptOf(source), ts.ScriptTarget.Latest, true);
  const step = (node: ts.Node): void => {
    look(node, file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1);
    ts.forEachChild(node, step);
  };
  step(file);
}

/** What a file imports or exports from elsewhere, dynamic imports too. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  visit(source, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const bindings = node.importClause?.namedBindings;
      const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
      const typeOnly =
        node.importClause?.isTypeOnly === true ||
        (named.length > 0 && !node.importClause?.name && named.every((element) => element.isTypeOnly));
      found.push({ specifier: node.moduleSpecifier.text, typeOnly });
    }
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [what] = node.arguments;
      if (what && ts.isStringLiteral(what)) found.push({ specifier: what.text, typeOnly: false });
    }
  });
  return found;
}

/** The path a relative import leads to, from the root; undefined for a package. */
export function targetOf(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ""));
}
