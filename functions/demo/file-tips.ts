/** Files the invented tips through the verbs that real ones go through, each at its own time, and works on some. */
import { createHash } from "node:crypto";
import { acceptFiles } from "../service/evidence/accept-files.ts";
import { submitPartnerTip } from "../service/partners/submit-partner-tip.ts";
import { fetchRecording } from "../service/recordings/fetch-recording.ts";
import type { DeskContext } from "../service/staff-context.ts";
import { addMessage } from "../service/threads/add-message.ts";
import { attachRecording } from "../service/tips/attach-recording.ts";
import { callKey } from "../service/tips/open-call-tip.ts";
import { sendMessage } from "../service/tips/send-message.ts";
import { setAsideTip } from "../service/tips/set-aside-tip.ts";
import { setBand } from "../service/tips/set-band.ts";
import { submitTip } from "../service/tips/submit-tip.ts";
import { takeTip } from "../service/tips/take-tip.ts";
import type { DemoTip, DeskStep } from "./content.ts";
import { drawPicture } from "./draw-picture.ts";
import type { DemoOfficer } from "./make-officers.ts";
import { makeVoice } from "./make-voice.ts";
import type { DemoWiring } from "./wire-demo.ts";

export interface Filing {
  wiring: DemoWiring;
  officers: readonly DemoOfficer[];
  partnerId: string;
  begunAt: Date;
}

const hourMs = 60 * 60 * 1000;

/** Does all that happened in order of time. Doing it again changes nothing: a filing that was cut short goes on. */
export async function fileTips(filing: Filing, tips: readonly DemoTip[]): Promise<void> {
  const at = (hoursAgo: number) => new Date(filing.begunAt.getTime() - hoursAgo * hourMs);
  const steps = tips.flatMap((tip) => [
    { at: at(tip.hoursAgo), run: () => fileTip(filing, tip) },
    ...tip.later.map((words, n) => ({
      at: at(words.hoursAgo),
      run: () => addWords(filing, tip, words.text, n),
    })),
    ...tip.desk.map((step) => ({ at: at(tip.hoursAgo - step.after), run: () => workOn(filing, tip, step) })),
  ]);
  for (const step of steps.sort((one, other) => one.at.getTime() - other.at.getTime())) {
    filing.wiring.setClock(step.at);
    await step.run();
  }
  await filing.wiring.drained();
}

/** The receipt that the reporter of an invented tip was given. */
export function receiptOf({ intake }: Pick<DemoWiring, "intake">, tip: DemoTip): string {
  return intake.keys.receiptFor(keyOf(tip));
}

async function fileTip({ wiring, partnerId }: Filing, tip: DemoTip): Promise<void> {
  const { channel, locale, goods, text, place, when, how, who, contact, transport } = tip;
  const report = { locale, text, goods, place, when, how, who, contact, transport };
  if (channel === "voice") return leaveRecording(wiring, tip);
  if (channel === "partner") {
    await submitPartnerTip(wiring.intake, { partnerId, report, idempotencyKey: keyOf(tip) });
    return;
  }
  const evidence = tip.picture && !(await isFiled(wiring, tip)) ? await sendPicture(wiring, tip) : [];
  await submitTip(wiring.intake, {
    channel,
    idempotencyKey: keyOf(tip),
    report,
    evidence,
    ...(channel === "sms" ? { sender: `+81800000000${tip.sender ?? 0}` } : {}),
  });
}

async function sendPicture(wiring: DemoWiring, { picture = "parcel" }: DemoTip) {
  const bytes = await drawPicture(picture);
  const { evidence } = await acceptFiles(wiring.evidence, [{ name: "picture.png", bytes }], {
    keepOriginal: false,
  });
  return evidence;
}

/** What the telephone's hooks would do, and then the worker, with a provider that has the sound at once. */
async function leaveRecording(wiring: DemoWiring, tip: DemoTip): Promise<void> {
  const { worker, workerConnection, intake } = wiring;
  const callSid = `CA${digest(tip)}`;
  const recordingSid = `RE${digest(tip)}`;
  const seconds = tip.seconds ?? 5;
  await attachRecording(intake, { callSid, recordingSid, locale: tip.locale, seconds });
  await wiring.drained();
  const row = await workerConnection.db
    .selectFrom("evidence")
    .select("id")
    .where("recording_sid", "=", recordingSid)
    .executeTakeFirstOrThrow();
  const bytes = makeVoice(seconds, Number.parseInt(digest(tip).slice(0, 6), 16));
  const source = {
    ...worker.recording.source,
    fetch: async () => ({ kind: "ready" as const, bytes, mediaType: "audio/wav" }),
    remove: async () => ({ kind: "removed" }) as const,
  };
  await fetchRecording({ ...worker.recording, source }, row.id);
}

async function addWords({ wiring }: Filing, tip: DemoTip, text: string, n: number): Promise<void> {
  await addMessage(wiring.intake, {
    receipt: receiptOf(wiring, tip),
    locale: tip.locale,
    text,
    idempotencyKey: `${keyOf(tip)}/later/${n}`,
  });
}

async function workOn({ wiring, officers }: Filing, tip: DemoTip, step: DeskStep): Promise<void> {
  await wiring.drained();
  const officer = officers.find(({ officer: { role } }) => role === step.by)?.officer;
  const id = await idOf(wiring, tip);
  const row = id && (await wiring.staff.desk.row(id));
  if (!officer || !row) throw new Error("a demonstration tip is not where it was filed");
  const about = { tipId: row.id, version: row.version };
  const ctx: DeskContext = { ...wiring.staff, officer };
  if (await wasDone(ctx, row.id, step)) return;
  if (step.do === "take") await takeTip(ctx, about);
  if (step.do === "ask") await sendMessage(ctx, { ...about, text: step.text });
  if (step.do === "set-aside") await setAsideTip(ctx, { ...about, reason: step.text });
  if (step.do === "band") await setBand(ctx, { ...about, band: step.band, reason: step.text });
}

const actions: Readonly<Record<DeskStep["do"], string>> = {
  take: "tip.taken",
  ask: "message.sent",
  "set-aside": "tip.set_aside",
  band: "tip.band_set",
};

/** Each tip gets each kind of step once. */
async function wasDone(ctx: DeskContext, tipId: string, step: DeskStep): Promise<boolean> {
  const found = await ctx.desk.events({
    tipId,
    actorId: null,
    action: actions[step.do],
    before: null,
    limit: 1,
  });
  return found.length > 0;
}

function keyOf(tip: DemoTip): string {
  return tip.channel === "voice" ? callKey(`CA${digest(tip)}`) : `demonstration/${tip.name}`;
}

async function isFiled(wiring: DemoWiring, tip: DemoTip): Promise<boolean> {
  return (await idOf(wiring, tip)) !== undefined;
}

async function idOf({ intake }: DemoWiring, tip: DemoTip): Promise<string | undefined> {
  return (await intake.store.findTip(intake.keys.hashIdempotency(keyOf(tip))))?.id;
}

/** In place of the telephone provider's ids. */
function digest({ name }: DemoTip): string {
  return createHash("sha256").update(`demonstration/${name}`).digest("hex").slice(0, 32);
}
