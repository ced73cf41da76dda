import { describe, expect, test } from "vitest";
import { resolveTime } from "../../../functions/domain/time/resolve-time.ts";
import { examples, received } from "../routing/invented-tips.ts";

for (const [language, tips] of Object.entries(examples)) {
  describe(`a report in ${language} says when the goods come`, () => {
    test.each(tips)("%s", (text, day, urgency, eta) => {
      const finding = resolveTime(text, received[day]);
      expect([finding.urgency, finding.eta]).toEqual([urgency, eta]);
    });
  });
}
