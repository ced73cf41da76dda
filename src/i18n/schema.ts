/** The words of one language, as `content/strings/<locale>.json` must hold them: every key, nothing else, nothing empty. */
import { z } from "zod";
import { GoodsChoice, Transport } from "../../functions/domain/intake/report.ts";

const words = z
  .string()
  .refine((value) => value.trim() !== "" && value === value.trim(), { error: "empty or padded" });
/** Phrases that a line may break between but not within. */
const phrases = z.array(words).min(1).max(4);
const lines = z.array(words).min(1).max(6);
const titled = z.strictObject({ title: words, text: words });
const labelled = z.strictObject({ label: words, hint: words });

const Home = z.strictObject({
  title: words,
  lead: phrases,
  what: words,
  facts: z.strictObject({ name: titled, contact: titled, hours: titled, danger: titled }),
  notice: z.strictObject({
    title: words,
    firearms: z.strictObject({ title: words, text: words, signs: lines }),
    drugs: z.strictObject({ title: words, text: words, signs: lines }),
    port: z.strictObject({ title: words, text: words, signs: lines }),
  }),
  ways: z.strictObject({
    title: words,
    vessel: titled,
    container: titled,
    parcel: titled,
    passenger: titled,
    port: titled,
    dog: titled,
  }),
  asked: titled,
  dont: titled,
  after: z.strictObject({ title: words, steps: z.array(titled).length(3) }),
});

const Report = z.strictObject({
  title: words,
  intro: words,
  danger: words,
  required: words,
  optional: words,
  text: labelled,
  goods: labelled,
  goodsGroups: z.strictObject({ drugs: words, weapons: words, valuables: words, others: words }),
  goodsChoices: z.record(GoodsChoice, words),
  place: labelled,
  when: labelled,
  transport: labelled,
  transportChoices: z.record(Transport, words),
  how: labelled,
  who: labelled,
  files: labelled,
  keepOriginal: labelled,
  contact: labelled,
  before: words,
  send: words,
  sending: words,
  progress: words,
  offline: words,
  summary: words,
  filesLost: words,
  errors: z.strictObject({
    textEmpty: words,
    tooLong: words,
    tooManyFiles: words,
    tooLarge: words,
    unsupportedType: words,
    notCleanable: words,
    broken: words,
    busy: words,
    invalid: words,
    receipt: words,
    messageEmpty: words,
  }),
  troubles: z.strictObject({
    title: words,
    key_missing: words,
    key_reused: words,
    elsewhere: words,
    too_much: words,
    too_often: words,
    failed: words,
  }),
});

const Received = z.strictObject({
  title: words,
  thanks: words,
  receiptLabel: words,
  keep: words,
  back: words,
  contact: words,
  noContact: words,
  files: words,
  metadataRemoved: words,
  nothingRemoved: words,
  originalKept: words,
  accepted: words,
  print: words,
  next: words,
});

const status = z.strictObject({ label: words, text: words });
const FollowUp = z.strictObject({
  title: words,
  intro: words,
  receipt: labelled,
  look: words,
  threadTitle: words,
  check: words,
  statusLabel: words,
  statuses: z.strictObject({ received: status, reading: status, question: status, finished: status }),
  messages: words,
  noMessages: words,
  fromDesk: words,
  fromReporter: words,
  add: labelled,
  send: words,
  added: words,
  another: words,
  troubles: z.strictObject({ too_often: words, failed: words }),
});

export const Strings = z.strictObject({
  site: z.strictObject({
    brand: words,
    office: words,
    description: words,
    skip: words,
    languages: words,
    menu: words,
    leave: words,
    leaveKeys: words,
    provisional: words,
  }),
  line: z.strictObject({
    call: words,
    callFull: words,
    free: words,
    report: words,
    /** How 461 and 961 are read; the Japanese readings stay beside the number in every language. */
    readings: z.tuple([words, words]),
  }),
  nav: z.strictObject({ home: words, report: words, followUp: words, privacy: words }),
  hotlines: z.strictObject({
    title: words,
    police: words,
    coastGuard: words,
    anonymousCrime: words,
    guns: words,
    immigration: words,
  }),
  home: Home,
  report: Report,
  received: Received,
  followUp: FollowUp,
  notFound: z.strictObject({ title: words, text: words }),
});
export type Strings = z.infer<typeof Strings>;

/** The front matter of a Markdown page. `signedBy` is who answers for a translation; without one it is provisional. */
export const PageMatter = z.strictObject({ title: words, description: words, signedBy: words.optional() });
