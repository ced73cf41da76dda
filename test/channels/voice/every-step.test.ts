/** What every step of the table does to a caller, over the door and a strict provider: nobody writes the calls by hand. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CallState, firstState, type Input, next } from "../../../functions/channels/voice/flow.ts";
import { rows } from "../../../functions/channels/voice/flow-rows.ts";
import { type NumberOf, StepName } from "../../../functions/channels/voice/flow-step.ts";
import { encodeSealed } from "../../../functions/domain/intake/sealed-words.ts";
import { formatReceipt } from "../../../functions/domain/receipts/receipt.ts";
import {
  type Call,
  type Deed,
  type FakeTwilio,
  hangup,
  press,
  pressFor,
  silence,
  talk,
  talkAndHangup,
} from "../../support/fake-twilio/fake-twilio.ts";
import { parseTwiml } from "../../support/fake-twilio/twiml.ts";
import { telephone } from "../../support/telephone.ts";
import { type TestWorker, testWorker } from "../../support/worker.ts";
import { codes, keys, menu } from "./call-states.ts";

let worker: TestWorker;
let line: FakeTwilio;
/** A receipt whose tip has a question of the desk, and one whose tip has none. */
let asked = "";
let unasked = "";
/** Whether the officers who are called take the call. */
let taken = true;

beforeAll(async () => {
  worker = await testWorker();
  line = await telephone(worker.intake, {
    repeat: 2,
    officer: () => (taken ? "takes" : "no-answer"),
    verbs: {
      duty: {
        plan: await everyHour(),
        numbers: ["+81900000001", "+81900000002"],
        callerId: "+81500000000",
        clock: () => new Date("2026-11-26T03:00:00Z"),
      },
    },
  });
  asked = await receiptWith(true);
  unasked = await receiptWith(false);
});
afterAll(async () => {
  await line?.stop();
  await worker?.stop();
});

async function everyHour() {
  const { dutyPlan } = await import("../../../functions/channels/voice/duty.ts");
  const languages = [...codes.values()];
  return { ...dutyPlan, shifts: [{ languages, days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "23:59" }] };
}

async function receiptWith(question: boolean): Promise<string> {
  const call = await line.call([press("1"), press("1"), talk(3), hangup()]);
  await worker.intake.drained();
  const { ctx } = worker.intake;
  const receipt = ctx.keys.receiptFor(`call:${call.sid}`);
  expect(formatReceipt(receipt)).toMatch(/^(\d{4} ){3}\d{4}$/);
  if (!question) return receipt;
  const { recipient } = ctx.keys.threadFor(receipt);
  const words = encodeSealed({ version: 1, text: "Which gate was it?" });
  await worker.owner.query(
    `insert into messages (id, tip_id, from_party, at, sealed)
     select gen_random_uuid(), id, 'desk', now(), $2 from tips where idem_hash = $1`,
    [
      Buffer.from(ctx.keys.hashIdempotency(`call:${call.sid}`)),
      Buffer.from(await ctx.sealer.seal(words, [recipient])),
    ],
  );
  return receipt;
}

/** What a person does so that the table sees `input`. */
function deedFor(state: CallState, input: Input): Deed | undefined {
  const { listen } = rows[state.step];
  if (listen.kind === "dial") return undefined;
  if (input.kind === "silence") return silence();
  // A key at a number is a number that is refused.
  if (input.kind === "digits") return listen.kind === "number" ? undefined : press(input.digits);
  if (input.kind === "recorded" && listen.kind === "record") return talk(2, [], input.key);
  if (listen.kind === "number") return keyedAs(listen.of, input.kind);
  return undefined;
}

function keyedAs(of: NumberOf, kind: Input["kind"]): Deed | undefined {
  const own = (callSid: string) => `${worker.intake.ctx.keys.receiptFor(`call:${callSid}`)}#`;
  const ways: Partial<Record<NumberOf, Partial<Record<Input["kind"], Deed>>>> = {
    container: { accepted: press("27783054383#"), doubtful: press("27783054384#"), refused: press("2#") },
    flight: { plain: press("64921#"), doubtful: press("1121#"), refused: press("2#") },
    waybill: { accepted: press("13112345675#"), doubtful: press("13112345671#"), refused: press("2#") },
    receipt: { accepted: pressFor(own), refused: press("1234#") },
    contact: { accepted: press("0312345678#"), refused: press("1#") },
    back: { question: press(`${asked}#`), accepted: press(`${unasked}#`), refused: press("12#") },
  };
  return ways[of]?.[kind];
}

const inputs: Input[] = [
  ...["accepted", "plain", "doubtful", "refused", "question"].map((kind) => ({ kind }) as Input),
  ...["#", "", "0"].map((key): Input => ({ kind: "recorded", key })),
  ...keys.filter((key) => key !== "*").map((digits): Input => ({ kind: "digits", digits })),
  { kind: "silence" },
];

interface Way {
  state: CallState;
  /** The step before it, whose answer leads here. */
  from?: StepName;
  deeds: Deed[];
  /** Whether the officers of the way took the call. */
  taken: boolean;
}

/** A shortest way to each step, for a caller who has said something and for one who has not, without the erasing key. */
function ways(): Way[] {
  const found = new Map<string, Way>();
  const queue: Way[] = [{ state: firstState, deeds: [], taken: true }];
  for (let way = queue.shift(); way; way = queue.shift()) {
    const { state, deeds } = way;
    // How often a question for keys was said decides where a silence leads.
    const said = rows[state.step].listen.kind === "record" ? 0 : state.tries;
    const key = `${state.step} ${state.spoke} ${state.language === "all"} ${said}`;
    if (found.has(key)) continue;
    found.set(key, way);
    const officers = rows[state.step].listen.kind === "dial";
    if (officers) {
      const from = state.step;
      queue.push({ ...way, from, state: next(state, { kind: "answered" }, menu) });
      const rung = next(state, { kind: "unanswered" }, menu);
      queue.push({ state: next(rung, { kind: "unanswered" }, menu), from, deeds, taken: false });
    }
    for (const input of inputs) {
      const deed = deedFor(state, input);
      const after = next(state, input, menu);
      // English is the one language that is walked; the table is the same for all.
      if (!deed || (after.language !== "all" && after.language !== "en") || erasing(state, input)) continue;
      queue.push({ state: after, from: state.step, deeds: [...deeds, deed], taken: way.taken });
    }
  }
  return [...found.values()];
}

/** Key 4 after speaking takes everything back. */
function erasing(state: CallState, input: Input): boolean {
  return input.kind === "digits" && rows[state.step].erasedBy.includes(input.digits);
}

async function kept(call: Call): Promise<{ sid: string; tip: string; state: string }[]> {
  await worker.intake.drained();
  return worker.rows("select recording_sid as sid, tip_id as tip, state from evidence where call_sid = $1", [
    call.sid,
  ]);
}

async function expectKept(call: Call, about: string): Promise<void> {
  const found = await kept(call);
  expect(found.map(({ sid }) => sid).sort(), about).toEqual([...call.recordings].sort());
  expect(new Set(found.map(({ tip }) => tip)).size, about).toBeLessThanOrEqual(1);
  expect(new Set(found.map(({ state }) => state)), about).not.toContain("erased");
}

describe("a caller who hangs up", () => {
  it("at any step of the table leaves on one tip all that they had said", async () => {
    const all = ways();
    const steps = new Set(all.map(({ state }) => state.step));
    // What is erased is gone by wish, and the straight way is another beginning; both have tests of their own.
    const elsewhere: StepName[] = ["straight", "erased", "back_erased"];
    expect([...StepName.options].filter((step) => !steps.has(step))).toEqual(elsewhere);
    let spoke = 0;
    for (const way of all) {
      taken = way.taken;
      const about = `${way.state.step} ${JSON.stringify(way.deeds)}`;
      const call = await line.call([...way.deeds, hangup()], number());
      const reached = call.path.at(-1) ?? "";
      expect(["hung up by caller", "hung up by us"], about).toContain(call.ended);
      // The call came as far as the table says. An officer is called without another request.
      if (rows[way.state.step].listen.kind !== "dial")
        expect(reached, about).toBe(way.from ? `/twilio/voice/${way.from}` : "/twilio/voice");
      await expectKept(call, about);
      if (way.state.spoke) {
        spoke += 1;
        expect(await tipOf(call), about).toBeDefined();
      }
    }
    expect(spoke).toBeGreaterThan(30);
  }, 120_000);

  it("while speaking, at any step that records, leaves what was said so far, asked on or not", async () => {
    const recording = ways().filter(({ state }) => rows[state.step].listen.kind === "record");
    expect(recording.length).toBeGreaterThan(20);
    for (const way of recording) {
      taken = way.taken;
      for (const actionToo of [false, true]) {
        const about = `${way.state.step} ${actionToo} ${JSON.stringify(way.deeds)}`;
        const call = await line.call([...way.deeds, talkAndHangup(2, [], actionToo)], number());
        expect(call.recordings.length, about).toBeGreaterThan(0);
        await expectKept(call, about);
        expect(await kept(call), about).toHaveLength(call.recordings.length);
      }
    }
  }, 120_000);
});

/** Another caller each time, so that no call goes on with the one before it unless it keys in a receipt. */
let callers = 0;
function number(): string {
  callers += 1;
  return `+8180${String(callers).padStart(8, "0")}`;
}

async function tipOf(call: Call): Promise<unknown> {
  const own = Buffer.from(worker.intake.ctx.keys.hashIdempotency(`call:${call.sid}`));
  const [tip] = await worker.rows(
    `select id from tips where idem_hash = $1
     union all select tip_id from call_returns where call_hash = $1`,
    [own],
  );
  return tip;
}

describe("requests that come out of order, again, or never were the table's", () => {
  it("are each answered with a document that can be followed, and keep every recording once", async () => {
    const callSid = `CA${randomBytes(16).toString("hex")}`;
    const sids: string[] = [];
    for (const step of [...StepName.options, "no_such_step", "constructor"]) {
      for (const event of ["keys", "recorded", "dialled", "silent", "", "toString"]) {
        const sid = `RE${randomBytes(16).toString("hex")}`;
        const digits = { keys: "5", recorded: "#", dialled: "", silent: "12*#" }[event] ?? "hangup";
        const fields: Record<string, string> = {
          CallSid: callSid,
          From: "+818000000001",
          Digits: digits,
          ...(event === "recorded" ? { RecordingSid: sid, RecordingDuration: "3" } : {}),
          ...(event === "dialled" ? { DialCallStatus: "completed", DialBridged: "true" } : {}),
        };
        const known = StepName.safeParse(step).success;
        for (const query of [
          "language=en&tries=0&turns=0&spoke=0&brief=0",
          "language=xx&tries=-1&turns=1e9",
          "",
        ]) {
          const url = `https://tips.example/twilio/voice/${step}?event=${event}&${query}`;
          for (let time = 0; time < 2; time += 1) {
            const answer = await line.post(url, fields);
            expect(answer.status, url).toBe(200);
            const last = parseTwiml(await answer.text()).at(-1)?.name;
            expect(["Gather", "Hangup", "Redirect"], url).toContain(last);
          }
        }
        if (event === "recorded" && known) sids.push(sid);
      }
    }
    await worker.intake.drained();
    const found = await worker.rows<{ recording_sid: string }>(
      "select recording_sid from evidence where call_sid = $1",
      [callSid],
    );
    expect(found.map((row) => row.recording_sid)).toEqual(expect.arrayContaining(sids));
    expect(new Set(found.map((row) => row.recording_sid)).size).toBe(found.length);
    expect(worker.intake.journal.status()).toMatchObject({ stuck: 0 });
  }, 120_000);
});
