/** Every state a call can be in, for the tests that walk them all. */
import {
  type CallState,
  firstState,
  type Input,
  next,
  straightState,
} from "../../../functions/channels/voice/flow.ts";
import { rows } from "../../../functions/channels/voice/flow-rows.ts";
import { offers } from "../../../functions/channels/voice/voices.ts";

export const codes = new Map(offers.map(({ code, locale }) => [code, locale]));
/** Two officers on duty, for whoever chose a language. */
export const menu = { codes, officers: (language: CallState["language"]) => (language === "all" ? 0 : 2) };
export const offDuty = { codes, officers: () => 0 };
export const keys = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"];
export const garbage = ["91", "99", "12", "x", "", "１", "recorded", "constructor", "1234567890123456"];
export const inputs: Input[] = [
  { kind: "silence" },
  { kind: "accepted" },
  { kind: "plain" },
  { kind: "doubtful" },
  { kind: "refused" },
  { kind: "question" },
  { kind: "answered" },
  { kind: "unanswered" },
  ...[...keys, ...garbage].map((digits): Input => ({ kind: "digits", digits })),
  ...["#", "*", "0", "", "hangup"].map((key): Input => ({ kind: "recorded", key })),
];

/** Every state a call can be in, by any inputs; `turns` only ends a call and is left out of the search. */
export function reachable(): CallState[] {
  const seen = new Map<string, CallState>();
  const queue = [firstState, straightState];
  for (let state = queue.shift(); state; state = queue.shift()) {
    const key = JSON.stringify({ ...state, turns: 0 });
    if (seen.has(key)) continue;
    seen.set(key, { ...state, turns: 0 });
    for (const input of inputs) queue.push({ ...next({ ...state, turns: 0 }, input, menu), turns: 0 });
  }
  return [...seen.values()];
}

export const states = reachable();
export const ends = (state: CallState) => rows[state.step].listen.kind === "hangup";
export const readsReceipt = (state: CallState) => rows[state.step].say.some((line) => "receipt" in line);

/** Where a call goes when the same thing happens again and again. */
export function walk(from: CallState, input: Input): CallState[] {
  const path = [from];
  for (let state = from; !ends(state) && path.length < 100; path.push(state))
    state = next(state, input, menu);
  return path;
}
