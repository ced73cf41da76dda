/** Reads TwiML as strictly as Twilio does: well-formed, known verbs, known attributes. Throws on anything else. */

export interface Verb {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Verb[];
}

const known: Record<string, readonly string[]> = {
  Response: [],
  Say: ["voice", "language", "loop"],
  Play: ["loop", "digits"],
  Pause: ["length"],
  Gather: [
    "input",
    "numDigits",
    "timeout",
    "action",
    "method",
    "actionOnEmptyResult",
    "finishOnKey",
    "language",
  ],
  Record: [
    "action",
    "method",
    "maxLength",
    "timeout",
    "finishOnKey",
    "playBeep",
    "trim",
    "recordingStatusCallback",
    "recordingStatusCallbackMethod",
    "recordingStatusCallbackEvent",
  ],
  Dial: [
    "action",
    "method",
    "callerId",
    "timeout",
    "timeLimit",
    "hangupOnStar",
    "record",
    "recordingStatusCallback",
    "recordingStatusCallbackMethod",
    "recordingStatusCallbackEvent",
  ],
  Number: ["url", "method"],
  Start: [],
  Stop: [],
  Transcription: [
    "name",
    "track",
    "languageCode",
    "partialResults",
    "profanityFilter",
    "enableAutomaticPunctuation",
    "statusCallbackUrl",
    "statusCallbackMethod",
  ],
  Redirect: ["method"],
  Hangup: [],
  Reject: ["reason"],
  Message: ["to", "from", "action", "method"],
};
const nested: Record<string, readonly string[]> = {
  Response: Object.keys(known).filter((name) => name !== "Number" && name !== "Transcription"),
  Dial: ["Number"],
  Start: ["Transcription"],
  Stop: ["Transcription"],
  Gather: ["Say", "Play", "Pause"],
};

/** The verbs of a document, in order. */
export function parseTwiml(document: string): Verb[] {
  const body = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>/, "");
  const { verb, rest } = readElement(body);
  if (verb.name !== "Response" || rest.trim() !== "") throw new Error("TwiML: not one <Response>");
  return verb.children;
}

function readElement(source: string): { verb: Verb; rest: string } {
  const open = /^<([A-Za-z]+)((?:\s+[A-Za-z:]+="[^"<]*")*)\s*(\/?)>/.exec(source);
  if (!open) throw new Error("TwiML: not well-formed");
  const [all, name = "", attributeText = "", closed] = open;
  const allowed = known[name];
  if (!allowed) throw new Error(`TwiML: unknown verb <${name}>`);
  const verb: Verb = { name, attributes: {}, text: "", children: [] };
  for (const [, attribute = "", value = ""] of attributeText.matchAll(/([A-Za-z:]+)="([^"]*)"/g)) {
    if (!allowed.includes(attribute)) throw new Error(`TwiML: <${name}> has no attribute ${attribute}`);
    verb.attributes[attribute] = unescapeXml(value);
  }
  checkValues(verb);
  let rest = source.slice(all.length);
  if (closed) return { verb, rest };
  for (;;) {
    const text = /^[^<]*/.exec(rest)?.[0] ?? "";
    verb.text += unescapeXml(text);
    rest = rest.slice(text.length);
    if (rest.startsWith(`</${name}>`)) return { verb, rest: rest.slice(name.length + 3) };
    const child = readElement(rest);
    if (!nested[name]?.includes(child.verb.name))
      throw new Error(`TwiML: <${child.verb.name}> may not stand in <${name}>`);
    verb.children.push(child.verb);
    rest = child.rest;
  }
}

/** What the values of an attribute look like, wherever it stands (Twilio, "TwiML for Programmable Voice"). */
const values: Record<string, RegExp> = {
  timeout: /^[1-9]\d*$/,
  numDigits: /^[1-9]\d*$/,
  maxLength: /^[1-9]\d*$/,
  length: /^[1-9]\d*$/,
  loop: /^\d+$/,
  method: /^(GET|POST)$/,
  input: /^(dtmf|speech|dtmf speech)$/,
  finishOnKey: /^[0-9*#]*$/,
  playBeep: /^(true|false)$/,
  actionOnEmptyResult: /^(true|false)$/,
  callerId: /^\+[1-9]\d{6,14}$/,
  timeLimit: /^[1-9]\d*$/,
  hangupOnStar: /^(true|false)$/,
  record: /^record-from-answer-dual$/,
  track: /^(inbound_track|outbound_track|both_tracks)$/,
  partialResults: /^(true|false)$/,
  statusCallbackMethod: /^(GET|POST)$/,
  trim: /^(trim-silence|do-not-trim)$/,
  language: /^[a-z]{2,3}-[A-Z]{2}$/,
  voice: /^(Polly|Google)\.[A-Za-z-]+[A-Za-z0-9-]*$/,
  recordingStatusCallbackMethod: /^(GET|POST)$/,
  recordingStatusCallbackEvent: /^(in-progress|completed|absent)( (in-progress|completed|absent))*$/,
};

function checkValues(verb: Verb): void {
  for (const [name, value] of Object.entries(verb.attributes)) {
    if (values[name]?.test(value) === false)
      throw new Error(`TwiML: <${verb.name}> has a wrong ${name}: ${value}`);
  }
}

function unescapeXml(text: string): string {
  if (/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(text)) throw new Error("TwiML: a bare ampersand");
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
