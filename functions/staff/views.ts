/** Turns what the verbs answer into what pages and the JSON interface show. */

import { mayOnTip } from "../domain/access/permits.ts";
import type { SearchedWords } from "../domain/cases/find-hits.ts";
import { gradeOf } from "../domain/cases/grading.ts";
import { offeredActions } from "../domain/cases/offered-actions.ts";
import type { QueueRow } from "../domain/cases/queue-row.ts";
import { hitsWithin, segmentWords } from "../domain/cases/segments.ts";
import type {
  Segment,
  ShownDoubt,
  ShownEvent,
  ShownEvidence,
  ShownVerdict,
  TipDetail,
} from "../domain/cases/tip-page.ts";
import { type ExplainedWord, explainGoods } from "../domain/goods/explain-goods.ts";
import { composeWords } from "../domain/intake/report.ts";
import type { SealedWords } from "../domain/intake/sealed-words.ts";
import type { Span, Verdict } from "../domain/triage/verdict.ts";
import type { Officer } from "../service/actor.ts";
import type { OpenedEvent } from "../service/cases/open-events.ts";
import type { EvidenceRow, TipRow } from "../service/cases/ports.ts";
import { showsInPlace } from "../service/tips/open-evidence.ts";
import type { OpenedTip } from "../service/tips/read-tip.ts";

export function queueRow(tip: TipRow, officer: Officer): QueueRow {
  const recording = tip.recording === "erased" ? null : tip.recording;
  return {
    id: tip.id,
    receivedAt: tip.receivedAt.toISOString(),
    channel: tip.channel,
    locale: tip.locale,
    lang: tip.lang,
    band: tip.band,
    machineBand: tip.machineBand,
    score: tip.score,
    disposition: tip.disposition,
    categories: tip.categories,
    region: tip.region,
    placeCodes: tip.placeCodes,
    urgency: tip.urgency,
    eta: tip.eta,
    dueAt: tip.dueAt?.toISOString() ?? null,
    threatToLife: tip.threatToLife,
    identifiers: tip.identifiers,
    state: tip.state,
    lane: tip.lane,
    misuse: tip.misuse,
    outcome: tip.outcome,
    case: tip.caseReference,
    caseTips: tip.caseTips,
    unit: tip.unit,
    overdueTasks: tip.overdueTasks,
    grade: gradeOf(tip.grading),
    handling: tip.grading.handling,
    owner: tip.owner,
    hasRecording: recording !== null,
    recordingState: recording,
    files: tip.files,
    unreadSince: tip.unreadSince?.toISOString() ?? null,
    version: tip.version,
    actions: offeredActions(officer, { ...tip, ownerId: tip.owner?.id ?? null }, null),
  };
}

/** Where in words lies what an officer searched for. */
export type HitsIn = (words: SearchedWords) => Span[];
export const noHits: HitsIn = () => [];

/** Words as stretches, with what was understood and what was searched for. */
export function shownWords({ report, verdict }: SealedWords, hitsIn: HitsIn): TipDetail["parts"] {
  const composed = composeWords(report);
  const hits = hitsIn({ text: composed.text, identifiers: verdict.identifiers });
  return segmentWords(composed, verdict, hits);
}

export function tipDetail(opened: OpenedTip, officer: Officer, hitsIn = noHits): TipDetail {
  const { tip, words } = opened;
  return {
    tip: queueRow(tip, officer),
    parts: words ? shownWords(words, hitsIn) : [],
    source: tip.source,
    partner: tip.partner,
    by: tip.writtenDown.get(tip.id) ?? null,
    goods: words?.report.goods ?? [],
    transport: words?.report.transport ?? [],
    broken: words === null,
    verdict: words ? asScored(shownVerdict(words.verdict), opened) : null,
    doubts: shownDoubts(opened),
    glossary: glossaryOf(opened),
    translator: false,
    mayTranslate: words !== null && mayOnTip(officer, "translate", tip),
    translation: null,
    maySaveSealed: mayOnTip(officer, "save-sealed", tip),
    evidence: tip.evidence.filter(({ state }) => state !== "erased").map(shownEvidence),
    recordings: [],
    contactLeft: tip.contactLeft,
    mayOpenContact: tip.contactLeft && mayOnTip(officer, "open-contact", tip),
    contact: null,
    publicStatus: tip.publicStatus,
    questions: [],
    statuses: [],
    messages: opened.messages.map((message) => ({
      id: message.id,
      from: message.from,
      at: message.at.toISOString(),
      by: tip.writtenDown.get(message.id) ?? null,
      segments: message.words
        ? shownWords(message.words, hitsIn).flatMap(({ segments }) => segments)
        : message.text === null
          ? null
          : [plainSegment(message.text, hitsIn)],
      verdict: message.words ? shownVerdict(message.words.verdict) : null,
    })),
    notes: opened.notes.map(({ at, struckAt, ...note }) => ({
      ...note,
      at: at.toISOString(),
      struckAt: struckAt?.toISOString() ?? null,
    })),
    events: opened.events.map(shownEvent),
    actions: opened.actions,
    undoable: opened.undoable,
    version: tip.version,
    officers: [],
    related: [],
    elsewhere: 0,
    siblings: [],
    siblingsElsewhere: 0,
    arrival: null,
    draft: null,
    changed: [],
  };
}

function plainSegment(text: string, hitsIn: HitsIn): Segment {
  return { text, marks: [], ...hitsWithin(hitsIn({ text, identifiers: [] }), 0, text.length) };
}

/** The verdict as the tip is scored now: later words and other tips count too, each reason with its words where any are. */
function asScored(verdict: ShownVerdict, { tip, messages }: OpenedTip): ShownVerdict {
  const quoted = [verdict, ...messages.flatMap(({ words }) => (words ? [shownVerdict(words.verdict)] : []))];
  const quotes = new Map(
    quoted.flatMap(({ reasons }) => reasons.map(({ code, evidence }) => [code, evidence] as const)).reverse(),
  );
  return {
    ...verdict,
    band: tip.machineBand,
    score: tip.score,
    reasons: tip.reasons.map(({ code, points }) => ({ code, points, evidence: quotes.get(code) ?? null })),
  };
}

/** The words for goods of the report and of what came later, each once. */
function glossaryOf({ words, messages }: OpenedTip): ExplainedWord[] {
  const verdicts = [words, ...messages.map((message) => message.words)].flatMap(
    (said) => said?.verdict ?? [],
  );
  return [
    ...new Map(verdicts.flatMap(explainGoods).map((each) => [`${each.code} ${each.word}`, each])).values(),
  ];
}

/** Each failed number once, however often it was said. */
function shownDoubts({ words, messages, corrections }: OpenedTip): ShownDoubt[] {
  const verdicts = [words, ...messages.map((message) => message.words)].flatMap(
    (said) => said?.verdict ?? [],
  );
  const found = new Map<string, ShownDoubt>();
  for (const { type, value, valid, candidates = [] } of verdicts.flatMap(({ identifiers }) => identifiers)) {
    if (valid || candidates.length === 0 || found.has(`${type} ${value}`)) continue;
    const taken = corrections.find((each) => each.type === type && each.given === value);
    const accepted = taken && {
      value: taken.accepted,
      by: taken.officerName ?? "",
      at: taken.at.toISOString(),
    };
    found.set(`${type} ${value}`, {
      type,
      given: value,
      candidates: candidates.slice(0, 5),
      accepted: accepted ?? null,
    });
  }
  return [...found.values()];
}

function shownVerdict(verdict: Verdict): ShownVerdict {
  return {
    lang: verdict.lang,
    disposition: verdict.disposition,
    band: verdict.band,
    score: verdict.score,
    region: verdict.region,
    urgency: verdict.urgency,
    eta: verdict.eta,
    threatToLife: verdict.threat_to_life,
    categories: verdict.categories.map(({ code, evidence }) => ({ code, evidence })),
    places: verdict.places.map(({ code, name, evidence }) => ({ code, name, evidence })),
    identifiers: verdict.identifiers.map(({ type, value, valid, candidates = [], evidence }) => ({
      type,
      value,
      valid,
      candidates,
      evidence,
    })),
    reasons: verdict.reasons.map(({ code, points, evidence }) => ({
      code,
      points,
      evidence: evidence ?? null,
    })),
    referTo: verdict.refer_to ?? null,
  };
}

function shownEvidence(row: EvidenceRow): ShownEvidence {
  const { id, kind, mediaType, bytes, sha256, seconds } = row;
  const show = !showsInPlace(row) ? "download" : kind === "view" ? "image" : "audio";
  const state = row.state === "erased" ? "missing" : row.state;
  return {
    id,
    kind,
    state,
    mediaType,
    bytes,
    sha256,
    seconds,
    at: row.at.toISOString(),
    href: state === "stored" ? `/staff/evidence/${id}${show === "download" ? "/file" : ""}` : null,
    show,
  };
}

export function shownEvent(event: OpenedEvent): ShownEvent {
  const details = Object.entries(event.details).filter(
    (entry): entry is [string, string | number | boolean | null] =>
      typeof entry[1] !== "object" || entry[1] === null,
  );
  return {
    seq: event.seq,
    at: event.at.toISOString(),
    actorKind: event.actorKind,
    actor: event.actorId ? { id: event.actorId, name: event.actorName ?? event.actorId } : null,
    toOfficer: event.subjectId === event.actorId ? null : event.subjectName,
    action: event.action,
    tipId: event.tipId ?? (event.action === "case.tip_left" ? event.subjectId : null),
    caseId: event.caseId,
    case: event.caseReference,
    details: Object.fromEntries(details),
    reason: event.reason,
  };
}
