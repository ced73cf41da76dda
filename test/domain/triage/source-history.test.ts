import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Outcome } from "../../../functions/domain/cases/outcome.ts";
import { applyLearnt, type ScoredTip } from "../../../functions/domain/related/learnt.ts";
import { sourcePoints, sourceRecord } from "../../../functions/domain/triage/source-history.ts";
import { Band, Disposition } from "../../../functions/domain/triage/verdict.ts";

const points = (...outcomes: Outcome[]) => {
  const record = sourceRecord("partner", outcomes);
  return record ? sourcePoints(record) : null;
};

describe("what a source's earlier tips are worth", () => {
  it("grows with how many led to a seizure, and is little while there are few", () => {
    expect(points()).toBeNull();
    expect(points("seizure")).toBe(3);
    expect(points("seizure", "seizure", "seizure", "nothing_found", "insufficient")).toBe(3);
    expect(points("seizure", "seizure", "seizure", "seizure", "seizure")).toBe(6);
    expect(points("already_known", "referred")).toBe(2);
  });

  it("is not lowered below nought by nothing found, but by abuse", () => {
    expect(points("nothing_found", "nothing_found", "insufficient", "not_customs", "other")).toBe(0);
    expect(points("abuse")).toBe(-3);
  });

  it("never moves a band, whatever the record, only the place within it", () => {
    const tips = fc.record<ScoredTip>({
      disposition: fc.constantFrom(...Disposition.options),
      score: fc.integer({ min: 0, max: 100 }),
      reasons: fc.array(
        fc.record({
          code: fc.constantFrom("port_named", "first_hand"),
          points: fc.integer({ min: -20, max: 40 }),
        }),
      ),
      machineBand: fc.constantFrom(...Band.options),
      band: fc.constantFrom(...Band.options),
    });
    fc.assert(
      fc.property(
        tips,
        fc.array(fc.constantFrom(...Outcome.options), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 4 }),
        (tip, outcomes, independent) => {
          const known = { echo: false, corroboration: { independent } };
          const without = applyLearnt(tip, known);
          const source = sourceRecord("partner", outcomes);
          const now = applyLearnt(tip, { ...known, source });
          expect([now.band, now.machineBand]).toEqual([without.band, without.machineBand]);
          expect(Math.abs(now.score - without.score)).toBeLessThan(8);
          // The same again changes nothing.
          expect(applyLearnt({ ...tip, ...now }, { ...known, source })).toEqual(now);
        },
      ),
    );
  });
});
