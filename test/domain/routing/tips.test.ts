import { describe, expect, test } from "vitest";
import { findPlaces } from "../../../functions/domain/routing/find-places.ts";
import { routeTip } from "../../../functions/domain/routing/route.ts";
import { examples } from "./invented-tips.ts";

for (const [language, tips] of Object.entries(examples)) {
  describe(`a report in ${language} goes to the Customs its goods concern`, () => {
    test.each(tips)("%s", (text, _received, _urgency, _eta, region, places) => {
      const routing = routeTip(findPlaces(text), text);
      expect(routing.region).toBe(region);
      expect(routing.places.map(({ code }) => code).sort()).toEqual(
        places === "" ? [] : places.split(" ").sort(),
      );
    });
  });
}
