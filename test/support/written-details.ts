import ts from "typescript";
import { readSources, visit } from "./architecture/source.ts";

/** Calls whose last argument is an event's details. */
const recorders = /^(?:\w+\.)*(writeWorkerEvent\(|record\(|recordSearch\(|tell\(trx,)/;

/** The rooms from which the log is written. */
const writers = ["functions/service", "functions/staff", "functions/store", "functions/jobs"];

/** An event with all it has, its details in a property of their own. */
const isWholeEvent = (node: ts.Node) =>
  ts.isObjectLiteralExpression(node) &&
  node.properties.some(({ name }) => ["action", "at"].includes(name?.getText() ?? ""));

/** Whether an object is, or is part of, what is written as an event's details. */
function isDetails(node: ts.ObjectLiteralExpression): boolean {
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (ts.isFunctionLike(parent) || ts.isBlock(parent)) return false;
    if ((ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) && parent.initializer === at) {
      const name = parent.name.getText();
      const held = ts.isVariableDeclaration(parent) && name === "counts";
      if (name === "details" || name === "rise" || held) return true;
      if (ts.isPropertyAssignment(parent)) return false;
    }
    if (!ts.isCallExpression(parent)) continue;
    const called = parent.expression.getText();
    if (recorders.test(parent.getText()) && parent.arguments.at(-1) === at) return !isWholeEvent(at);
    if (called !== "JSON.stringify") return false;
  }
  return false;
}

/** Every name of a detail that the program writes into the event log, as its own source has them, with where. */
export function writtenDetails(root: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const source of readSources(root, writers, [".ts"]))
    visit(source, (node) => {
      if (!ts.isObjectLiteralExpression(node) || !isDetails(node)) return;
      for (const { name } of node.properties) if (name) found.set(name.getText(), source.path);
    });
  return found;
}
