/** A tip's recordings as its page shows them. */
import { mayOnTip } from "../domain/access/permits.ts";
import { hitsWithin } from "../domain/cases/segments.ts";
import type { ShownRecording, SpokenLine, SpokenPiece } from "../domain/cases/tip-page.ts";
import type { Officer } from "../service/actor.ts";
import type { Transcript } from "../service/recordings/transcript.ts";
import type { ReadRecording } from "../service/tips/read-recording-copies.ts";
import type { OpenedTip } from "../service/tips/read-tip.ts";
import { type HitsIn, noHits, shownWords } from "./views.ts";

/** Those the caller took back are left out. `kept` are words of a form that was refused. */
export function shownRecordings(
  recordings: readonly ReadRecording[],
  { tip, messages }: OpenedTip,
  officer: Officer,
  kept?: { evidenceId: string; text: string },
  hitsIn = noHits,
): ShownRecording[] {
  const wordsOf = (id: string) => messages.find((message) => message.id === id)?.words ?? null;
  return recordings.flatMap((recording): ShownRecording[] => {
    const { evidenceId: id, state, machine, typed } = recording;
    const file = tip.evidence.find((each) => each.id === id);
    if (!file || state === "erased") return [];
    const stored = state === "stored";
    const has = (kind: "peaks" | "disguised") =>
      stored && recording.copies.some((copy) => copy.kind === kind);
    const lines = machine && machine !== "broken" ? alignTranscript(machine).map(withHits(hitsIn)) : [];
    const refused = kept?.evidenceId === id;
    const newest = typed[0] && wordsOf(typed[0].id)?.report.text;
    return [
      {
        id,
        state,
        seconds: file.seconds,
        sha256: file.sha256,
        at: file.at.toISOString(),
        part: recording.part,
        href: stored ? `/staff/evidence/${id}` : null,
        outlineHref: has("peaks") ? `/staff/evidence/${id}/outline` : null,
        disguisedHref: has("disguised") ? `/staff/evidence/${id}/disguised` : null,
        machine: machine ? { lines, broken: machine === "broken" } : null,
        typed: typed.map(({ id, at, officerName }) => {
          const words = wordsOf(id);
          return {
            id,
            at: at.toISOString(),
            by: officerName ?? "",
            segments: words ? shownWords(words, hitsIn).flatMap(({ segments }) => segments) : null,
          };
        }),
        mayType: stored && mayOnTip(officer, "transcribe", tip),
        start: refused ? kept.text : (newest ?? lines.map(textOf).join("\n")),
        refused,
        messageIds: [recording.machineMessageId, ...typed.map((each) => each.id)],
      },
    ];
  });
}

/** What was searched for may lie across pieces: it is looked for in the whole line. */
const withHits =
  (hitsIn: HitsIn) =>
  (line: SpokenLine): SpokenLine => {
    const hits = hitsIn({ text: textOf(line), identifiers: [] });
    let from = 0;
    const pieces = line.pieces.map((piece) => {
      const at = from;
      from += piece.text.length;
      return { ...piece, ...hitsWithin(hits, at, from) };
    });
    return { ...line, pieces };
  };

const textOf = ({ pieces }: SpokenLine) => pieces.map(({ text }) => text).join("");

/**
 * A line a segment, each word with its time where the machine gave words. What stands between two words, and a word
 * that the segment does not hold as it is written, stays part of the line without a time of its own.
 */
export function alignTranscript({ segments, words }: Transcript): SpokenLine[] {
  return segments.map((segment) => {
    const pieces: SpokenPiece[] = [];
    const within = words.filter(({ start }) => start >= segment.start && start < segment.end);
    let from = 0;
    for (const word of within) {
      const at = word.text === "" ? -1 : segment.text.indexOf(word.text, from);
      if (at < 0) continue;
      if (at > from) pieces.push({ text: segment.text.slice(from, at), at: null, sure: true });
      pieces.push({ text: word.text, at: word.start, sure: word.sure });
      from = at + word.text.length;
    }
    const rest = segment.text.slice(from);
    if (pieces.length === 0)
      return { at: segment.start, pieces: [{ text: rest, at: segment.start, sure: segment.sure }] };
    if (rest !== "") pieces.push({ text: rest, at: null, sure: true });
    // A segment that is doubted as a whole, where no single word is.
    const doubted = !segment.sure && pieces.every(({ sure }) => sure);
    return {
      at: segment.start,
      pieces: doubted ? pieces.map((piece) => ({ ...piece, sure: false })) : pieces,
    };
  });
}
