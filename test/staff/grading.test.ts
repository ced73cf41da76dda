import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Api, type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let officer: { id: string; api: Api };
let tipId = "";
beforeAll(async () => {
  desk = await testDesk();
  officer = await desk.officer("investigator", "yokohama");
});
afterAll(() => desk?.close());
beforeEach(async () => {
  tipId = await desk.tip("横浜港の倉庫に覚醒剤の箱");
});

const grade = (body: object, api = officer.api) =>
  api.post(`/tips/${tipId}/grade`, { source: "B", information: "2", handling: "H3", ...body });
const shown = async () =>
  (await (await officer.api.get(`/tips/${tipId}`)).json()) as {
    grade: string;
    handling: string;
    score: number;
    version: number;
    state: string;
  };

describe("grading a tip", () => {
  it("begins at F6 within Customs: a stranger's word can be judged by nobody", async () => {
    expect(await shown()).toMatchObject({ grade: "F6", handling: "H2" });
  });

  it("says how good the source is and how good what it says, apart, and moves no score", async () => {
    const { score } = await shown();
    expect((await grade({})).status).toBe(200);
    expect(await shown()).toMatchObject({ grade: "B2", handling: "H3", score });
    const { rows } = await desk.owner.pool.query(
      "select details from events where tip_id = $1 and action = 'tip.graded'",
      [tipId],
    );
    expect(rows).toEqual([
      { details: { from: "F6", to: "B2", handling: "H3", handlingBefore: "H2", stateBefore: "new" } },
    ]);
    expect((await grade({})).status, "the same again").toBe(409);
  });

  it("is taken back whole by the officer who did it", async () => {
    await grade({});
    expect((await officer.api.post(`/tips/${tipId}/undo`)).status).toBe(200);
    expect(await shown()).toMatchObject({ grade: "F6", handling: "H2", state: "new" });
  });

  it("is refused for what is no grade, for another region, and to the second of two at once", async () => {
    for (const wrong of [{ source: "G" }, { information: "0" }, { handling: "H9" }])
      expect((await grade(wrong)).status).toBe(422);
    const other = await desk.officer("investigator", "moji");
    expect((await grade({}, other.api)).status).toBe(404);
    const { version } = await shown();
    const both = await Promise.all([grade({ version }), grade({ version, source: "C" })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
