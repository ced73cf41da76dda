import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../../../functions/store/connect.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import {
  type Call,
  type Deed,
  type FakeTwilio,
  hangup,
  press,
  silence,
  talk,
  talkAndHangup,
} from "../../support/fake-twilio/fake-twilio.ts";
import { type TestIntake, testIntake } from "../../support/intake.ts";
import { telephone } from "../../support/telephone.ts";

let database: TestDatabase;
let intake: TestIntake;
let owner: ReturnType<typeof connect>;
let twilio: FakeTwilio;

beforeAll(async () => {
  database = await freshDatabase();
  owner = connect(database.url);
  intake = await testIntake(database);
  twilio = await telephone(intake, { repeat: 2 });
});
afterAll(async () => {
  await twilio?.stop();
  await intake?.remove();
  await owner?.close();
  await database?.drop();
});

async function tipsOf(call: Call) {
  await intake.drained();
  const hash = Buffer.from(intake.ctx.keys.hashIdempotency(`call:${call.sid}`));
  return owner.db
    .selectFrom("tips")
    .leftJoin("evidence", "evidence.tip_id", "tips.id")
    .select(["tips.id", "tips.locale", "tips.channel", "tips.lane", "evidence.recording_sid"])
    .select(["evidence.state", "evidence.part"])
    .where("tips.idem_hash", "=", hash)
    .orderBy("evidence.created_at")
    .orderBy("evidence.id")
    .execute();
}

const receiptOf = (call: Call) => intake.ctx.keys.receiptFor(`call:${call.sid}`);
const steps = (call: Call) => call.path.map((path) => path.replace("/twilio/voice", "").slice(1));

describe("a whole call", () => {
  it("asks for the language, warns, records, and reads the receipt twice", async () => {
    const call = await twilio.call([
      press("2"),
      press("1"),
      talk(42),
      press("1"),
      silence(),
      silence(),
      silence(),
    ]);
    expect(call.ended).toBe("hung up by us");
    const english = call.heard.filter((line) => line.voice === "en-US").map((line) => line.text);
    expect(english[0]).toContain("press 2");
    expect(english.join(" ")).toContain("call 1 1 0");
    const digits = call.heard
      .filter((line) => /^\d(, \d){3}$/.test(line.text))
      .map((line) => line.text.replaceAll(", ", ""));
    expect(digits.join("")).toBe(receiptOf(call) + receiptOf(call));
    expect(await tipsOf(call)).toEqual([
      expect.objectContaining({
        locale: "en",
        channel: "voice",
        lane: "queue",
        recording_sid: call.recordings[0],
        state: "pending",
        part: "talk",
      }),
    ]);
  });

  it("speaks one language only to whoever has chosen it", async () => {
    const call = await twilio.call([press("1"), press("1"), talk(5), silence(), silence()]);
    const chosen = call.heard.findIndex((line) => line.text.includes("お名前"));
    expect(call.heard.slice(chosen).every((line) => line.voice === "ja-JP")).toBe(true);
    expect(await tipsOf(call)).toMatchObject([{ locale: "ja" }]);
  });

  it("says the choices after silence or a wrong key twice more, without what came before them, and goes on", async () => {
    const { prompts } = JSON.parse(readFileSync("content/voice/en.json", "utf8"));
    const said = (call: Call, name: string) => call.heard.filter(({ text }) => text === prompts[name]).length;
    const deeds = [press("2"), press("8"), press("8"), press("8"), talk(5), silence(), press("9"), silence()];
    const call = await twilio.call([...deeds, silence(), silence(), silence()]);
    expect([said(call, "danger"), said(call, "ways"), said(call, "got"), said(call, "after")]).toEqual([
      1, 3, 1, 3,
    ]);
    expect([said(call, "receipt"), said(call, "keep"), said(call, "last")]).toEqual([1, 1, 3]);
    expect(call.ended).toBe("hung up by us");
    expect(await tipsOf(call)).toMatchObject([{ locale: "en", recording_sid: call.recordings[0] }]);
  });

  it("reaches the tone without another key for whoever only waits", async () => {
    const call = await twilio.call([press("2"), silence(), talk(5), hangup()]);
    expect(steps(call)).toEqual(["", "opening", "ways", "talk"]);
    expect(await tipsOf(call)).toHaveLength(1);
  });

  it("goes on in Japanese and English when nothing, or a wrong key, is pressed three times", async () => {
    for (const deed of [silence(), press("0")]) {
      const call = await twilio.call([deed, deed, deed, talk(7)]);
      const free = call.heard.filter((line) => /無料|free/.test(line.text)).map((line) => line.voice);
      expect(free).toEqual(["ja-JP", "en-US"]);
      expect(await tipsOf(call)).toHaveLength(1);
    }
  });

  it("asks once more after silence and then ends kindly, leaving no tip", async () => {
    const call = await twilio.call([press("1"), press("1"), silence(), silence()]);
    expect(call.ended).toBe("hung up by us");
    expect(call.heard.map((line) => line.text).join("")).toContain("24時間");
    expect(await tipsOf(call)).toEqual([]);
  });

  it("keeps what was said after a first silence, and what was added", async () => {
    const call = await twilio.call([
      press("1"),
      press("1"),
      silence(),
      talk(9),
      press("3"),
      talk(4),
      press("1"),
    ]);
    expect(await tipsOf(call)).toMatchObject([{ part: "talk" }, { part: "talk" }]);
    expect(new Set((await tipsOf(call)).map((row) => row.id)).size).toBe(1);
  });

  it("asks five short questions on wish, each answer a recording of its own, 0 for not known", async () => {
    const call = await twilio.call([
      press("2"),
      press("2"),
      talk(6),
      press("0"),
      talk(3, [], ""),
      press("0"),
      talk(8, [], "0"),
      press("1"),
    ]);
    expect(steps(call)).toEqual(expect.arrayContaining(["ask_what", "ask_where", "ask_how", "after"]));
    expect((await tipsOf(call)).map((row) => row.part)).toEqual(["what", "when", "how"]);
    expect(call.heard.filter((line) => line.text.includes("receipt number"))).toHaveLength(1);
  });

  it("asks for free words when no question was answered", async () => {
    const call = await twilio.call([
      press("2"),
      press("2"),
      ...Array(5).fill(press("0")),
      talk(6),
      silence(),
    ]);
    expect(steps(call)).toContain("talk_again");
    expect(await tipsOf(call)).toMatchObject([{ part: "talk" }]);
  });
});

describe("a caller who hangs up", () => {
  const whole: Deed[] = [press("1"), press("1"), silence(), talk(9)];
  it.each([0, 1, 2, 3])("before speaking leaves no tip, at step %i", async (step) => {
    const call = await twilio.call([...whole.slice(0, step), hangup()]);
    expect(call.ended).toBe("hung up by caller");
    expect(await tipsOf(call)).toEqual([]);
  });

  const paths: [string, Deed[]][] = [
    ["talking", [press("1"), press("1")]],
    ["talking after a silence", [press("2"), press("1"), silence()]],
    ["talking without a language", [silence(), silence(), silence()]],
    ["at a question", [press("1"), press("2")]],
    ["at the last question", [press("1"), press("2"), silence(), silence(), silence(), press("0")]],
    ["after a pause", [press("1"), press("1"), talk(4, [], "0"), press("1")]],
  ];
  it.each(paths)("while %s leaves a tip, whether or not Twilio asks on", async (_when, deeds) => {
    for (const actionToo of [false, true]) {
      const call = await twilio.call([...deeds, talkAndHangup(3, [], actionToo)]);
      expect(call.ended).toBe("hung up by caller");
      const tips = await tipsOf(call);
      expect(tips.map((tip) => tip.recording_sid)).toEqual(call.recordings);
      expect(new Set(tips.map((tip) => tip.id)).size).toBe(1);
    }
  });

  const rest: Deed[] = [
    press("1"),
    press("2"),
    press("1234#"),
    press("3"),
    press("0900000000#"),
    press("1"),
    talk(3),
  ];
  it.each(rest.map((_deed, index) => index))(
    "after speaking leaves a tip, %i answers later",
    async (count) => {
      const call = await twilio.call([press("1"), press("1"), talk(9), ...rest.slice(0, count), hangup()]);
      const [tip] = await tipsOf(call);
      expect(tip).toMatchObject({ lane: "queue", recording_sid: call.recordings[0], state: "pending" });
    },
  );
});

describe("callbacks", () => {
  it.each(["before", "after", "end"] as const)(
    "that come %s the rest make no second tip",
    async (callbacks) => {
      const line = await telephone(intake, { repeat: 3, callbacks, signOverrides: callbacks === "end" });
      try {
        const call = await line.call([press("1"), press("1"), talk(9), press("1")]);
        expect(await tipsOf(call)).toMatchObject([{ recording_sid: call.recordings[0] }]);
      } finally {
        await line.stop();
      }
    },
  );

  it("are asked for again when they could not be kept, so that nothing is lost", async () => {
    let failures = 3;
    const { attachRecording } = await import("../../../functions/service/tips/attach-recording.ts");
    const line = await telephone(intake, {
      verbs: {
        attachRecording: (notice) => {
          failures -= 1;
          if (failures >= 0) throw new Error("disk full");
          return attachRecording(intake.ctx, notice);
        },
      },
    });
    try {
      const call = await line.call([press("2"), press("1"), talk(9)]);
      expect(call.heard.at(-1)?.text).toContain("0 1 2 0, 4 6 1, 9 6 1");
      expect(await tipsOf(call)).toHaveLength(1);
    } finally {
      await line.stop();
    }
  });
});

describe("a program that fails in the middle of a call", () => {
  it("says so in Japanese and English, records all the same, and loses nothing once it works again", async () => {
    // Three turns and the first two callbacks find a full disk.
    let failures = 5;
    const { attachRecording } = await import("../../../functions/service/tips/attach-recording.ts");
    const line = await telephone(intake, {
      callbacks: "end",
      verbs: {
        attachRecording: (notice) => {
          failures -= 1;
          if (failures >= 0) throw new Error("disk full");
          return attachRecording(intake.ctx, notice);
        },
      },
    });
    try {
      const call = await line.call([press("2"), press("1"), talk(9), talk(5), talk(4), silence()]);
      expect(call.ended).toBe("hung up by us");
      const told = call.heard.filter(({ text }) => /speak now, after the tone|音のあとにどうぞ/.test(text));
      expect(new Set(told.map(({ voice }) => voice))).toEqual(new Set(["ja-JP", "en-US"]));
      expect(call.recordings).toHaveLength(3);
      const kept = (await tipsOf(call)).map((row) => row.recording_sid);
      expect(kept.sort()).toEqual([...call.recordings].sort());
    } finally {
      await line.stop();
    }
  });
});

describe("what stays of a caller", () => {
  it("holds no number, in clear or as it was sent", async () => {
    const call = await twilio.call([press("1"), press("1"), talk(5)], "+818000007777");
    await tipsOf(call);
    const everything = await owner.pool.query(
      "select t::text as row from tips t union all select e::text from evidence e union all select v::text from events v",
    );
    expect(everything.rows.map((row) => row.row).join("\n")).not.toContain("8000007777");
    expect(JSON.stringify(intake.logs)).not.toContain("8000007777");
  });

  it.each(["", "Anonymous", "+266696687", "+86282452253", "Restricted"])(
    "is the same for a caller who shows as %j",
    async (from) => {
      const call = await twilio.call([press("1"), press("1"), talk(3)], from);
      expect(await tipsOf(call)).toHaveLength(1);
    },
  );
});
