/** The words of one language, as `content/strings/<locale>.json` must hold them: every key, nothing else, nothing empty. */
import { z } from "zod";
import { GoodsChoice, Transport } from "../../functions/domain/intake/report.ts";
import { office } from "./office.ts";

const words = z
  .string()
  .refine((value) => value.trim() !== "" && value === value.trim(), { error: "empty or padded" });
/** Phrases that a line may break between but not within. */
const phrases = z.array(words).min(1).max(4);
const lines = z.array(words).min(1).max(6);
const titled = z.strictObject({ title: words, text: words });
const labelled = z.strictObject({ label: words, hint: words });
/** What a person might write of themselves, in lower case: looked for in the browser before anything is sent. */
const tellingPhrases = z.array(z.string().min(1).toLowerCase()).min(1).max(60);

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
  steps: z.strictObject({ of: words, next: words, back: words, toCheck: words }),
  check: z.strictObject({ title: words, text: words, change: words, nothing: words, files: words }),
  helper: z.strictObject({
    title: words,
    text: words,
    none: words,
    self: words,
    relation: words,
    only: words,
    time: words,
    contact: words,
    photo: words,
    photoPlace: words,
    phrases: z.strictObject({
      self: tellingPhrases,
      relation: tellingPhrases,
      only: tellingPhrases,
      time: tellingPhrases,
    }),
  }),
  shared: z.strictObject({ label: words, hint: words, left: words }),
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
  card: z.strictObject({ title: words, text: words, lines: z.array(words).length(3) }),
  typed: z.strictObject({ label: words, hint: words, right: words, wrong: words, hide: words }),
});

const Contact = z.strictObject({
  office: words,
  place: words,
  area: words,
  telephone: words,
  elsewhere: words,
  customs: z.record(
    z.enum(office.customs.map(({ code }) => code)),
    z.strictObject({ name: words, place: words, area: words }),
  ),
});

/** What stands where a deep page is not in the language: a title and a few sentences, never the page of another language. */
const summarised = z.strictObject({ title: words, description: words, summary: lines });

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
  nav: z.strictObject({
    home: words,
    report: words,
    followUp: words,
    firearms: words,
    drugs: words,
    guides: words,
    beingUsed: words,
    realCustoms: words,
    privacy: words,
    contact: words,
    faq: words,
    accessibility: words,
    border: words,
    trends: words,
  }),
  hotlines: z.strictObject({
    title: words,
    police: words,
    coastGuard: words,
    anonymousCrime: words,
    guns: words,
    immigration: words,
  }),
  home: Home,
  seasons: z.strictObject({ spring: titled, yearEnd: titled }),
  campaign: z.strictObject({
    looks: words,
    arrives: words,
    transfer: words,
    notice: words,
    dont: words,
    guides: words,
    guidesText: words,
    figures: words,
  }),
  contact: Contact,
  accessibility: titled,
  reference: z.strictObject({ readIn: words, border: summarised, trends: summarised }),
  report: Report,
  received: Received,
  followUp: FollowUp,
  notFound: z.strictObject({ title: words, text: words }),
  /** Who answers for the translation; without one, every page of the language says that it is provisional. */
  signedBy: words.optional(),
});
export type Strings = z.infer<typeof Strings>;

/** One campaign, as `content/campaigns/<locale>/<campaign>.json` holds it; printed matter is made of the same words. */
export const Campaign = z.strictObject({
  title: words,
  description: words,
  lead: phrases,
  what: words,
  looks: z
    .array(
      z.strictObject({
        drawing: z.enum(["handgun", "parts", "rounds", "crystals", "leaf", "pills"]),
        title: words,
        text: words,
      }),
    )
    .length(3),
  arrives: z.strictObject({
    vessel: words,
    container: words,
    parcel: words,
    passenger: words,
    port: words,
    transfer: words,
  }),
  notice: z.array(words).min(4).max(8),
  dont: z.array(words).min(3).max(5),
  have: titled,
  figures: z.array(words).min(1).max(4),
  source: words,
  signedBy: words.optional(),
});
export type Campaign = z.infer<typeof Campaign>;

const role = z.strictObject({
  title: words,
  notice: z.array(words).length(4),
  act: z.array(words).length(2),
});

/** The guides by role, as `content/campaigns/<locale>/guides.json` holds them. */
export const Guides = z.strictObject({
  title: words,
  description: words,
  intro: words,
  notice: words,
  act: words,
  roles: z.strictObject({
    fisher: role,
    forwarder: role,
    warehouse: role,
    hotel: role,
    airline: role,
    teacher: role,
    receiver: role,
    traveller: role,
  }),
  signedBy: words.optional(),
});
export type Guides = z.infer<typeof Guides>;

/** The front matter of a Markdown page. `signedBy` is who answers for a translation; without one it is provisional. */
export const PageMatter = z.strictObject({ title: words, description: words, signedBy: words.optional() });
