/** `npm run lighthouse`: every score of every audited page, performance among them; `-- /ru/faq/` audits others. */
import { startBuiltProgram } from "../support/built-program.ts";
import { audited, auditPages } from "./audit.ts";

const paths = process.argv.length > 2 ? process.argv.slice(2) : audited;
const certain = ["accessibility", "best-practices", "seo"];
const program = await startBuiltProgram();
try {
  const audits = await auditPages(program.publicUrl, paths, ["performance", ...certain]);
  for (const { path, scores, faults } of audits) {
    const line = Object.entries(scores).map(([name, score]) => `${name} ${score}`);
    process.stdout.write(
      `${path.padEnd(16)} ${line.join("  ")}\n${faults.map((fault) => `  ${fault}\n`).join("")}`,
    );
  }
  // How fast a page came depends on how busy the machine was: it is told, and no reason to fail.
  if (audits.some(({ scores }) => certain.some((name) => scores[name] !== 100))) process.exitCode = 1;
} finally {
  await program.stop();
}
