import { audited, auditPages } from "../lighthouse/audit.ts";
import { expect, test } from "./fixture.ts";

test("Lighthouse gives home, campaigns and report 100 for accessibility, best practices and SEO", async ({
  program,
}) => {
  test.setTimeout(300_000);
  const certain = ["accessibility", "best-practices", "seo"];
  for (const { path, scores, faults } of await auditPages(program.publicUrl, audited, certain))
    expect
      .soft(scores, `${path}: ${faults.join("; ")}`)
      .toEqual({ accessibility: 100, "best-practices": 100, seo: 100 });
});
