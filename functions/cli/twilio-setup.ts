/**
 * `npm run twilio:setup` shows what the line's numbers say at Twilio and what would change; `-- --apply` changes it. Asked
 * again it finds nothing to do. It reads the program's own settings, sends nothing else anywhere, and ends with 1 when
 * something is missing or was not done.
 */
import { parseArgs } from "node:util";
import { parseConfig, type TwilioConfig } from "../config.ts";
import {
  type Change,
  changesOf,
  fallbackIsOurs,
  type LineAddresses,
  messageSettings,
  type NumberSettings,
  voiceSettings,
} from "../twilio/line-settings.ts";
import { createNumbers, type Numbers, type OwnNumber, TwilioAway, TwilioRefused } from "../twilio/numbers.ts";

const usage = "usage: npm run --silent twilio:setup [-- --apply]";

interface Wish {
  number: string;
  uses: ("voice" | "sms")[];
  settings: NumberSettings;
}

async function main(args: string[]): Promise<number> {
  const apply = readArgs(args);
  if (apply === undefined) return problem(usage, 2);
  const parsed = parseConfig({ ...process.env, ROLE: "public", KEYS_DIR: "." });
  if (!parsed.ok) return problem(parsed.problems.join("\n"), 1);
  const { twilio, publicUrl } = parsed.config;
  if (!twilio)
    return problem("TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN: write both, as the Console shows them", 1);
  const addresses = { publicUrl, voiceFallbackUrl: twilio.voiceFallbackUrl };
  const wishes = wishesOf(twilio, addresses);
  if (wishes.length === 0)
    return problem("VOICE_FROM, SMS_FROM: write the line's numbers, with country code", 1);
  if (fallbackIsOurs(addresses))
    return problem(
      "VOICE_FALLBACK_URL: write an address that answers when this program is down, not one of PUBLIC_URL's",
      1,
    );
  if (!publicUrl.startsWith("https://"))
    say(`PUBLIC_URL is not an https address: what callers key in would cross the network in the clear`);
  try {
    return await setUp(createNumbers(twilio), twilio, wishes, apply);
  } catch (error) {
    return problem(whyNot(error, twilio), 1);
  }
}

async function setUp(
  numbers: Numbers,
  twilio: TwilioConfig,
  wishes: readonly Wish[],
  apply: boolean,
): Promise<number> {
  const status = await numbers.accountStatus();
  say(`account ${twilio.accountSid}, ${status}`);
  if (status !== "active") return problem(`the account is ${status}: Twilio takes no calls for it`, 1);
  let open = 0;
  let code = 0;
  for (const wish of wishes) {
    const own = await numbers.find(wish.number);
    const wrong = whyUnfit(wish, own, twilio);
    if (wrong || !own) {
      code = problem(wrong ?? "", 1);
      continue;
    }
    const changes = changesOf(own.now, wish.settings);
    show(wish, own, changes);
    if (changes.length === 0) continue;
    if (!apply) {
      open += changes.length;
      continue;
    }
    const left = changesOf((await numbers.change(own.sid, changes)).now, wish.settings);
    if (left.length > 0)
      code = problem(`  not taken by Twilio: ${left.map(({ name }) => name).join(", ")}`, 1);
    else say(`  ${changes.length} changed`);
  }
  tellOfRecordings(twilio);
  tellOfMessages(twilio);
  if (open > 0) say(`\n${open} to change: npm run twilio:setup -- --apply`);
  else if (code === 0 && !apply) say("\nnothing to change");
  return code;
}

function wishesOf(twilio: TwilioConfig, addresses: LineAddresses): Wish[] {
  const wishes = new Map<string, Wish>();
  const add = (number: string, use: "voice" | "sms", settings: NumberSettings) => {
    const before = wishes.get(number);
    wishes.set(number, {
      number,
      uses: [...(before?.uses ?? []), use],
      settings: { ...before?.settings, ...settings },
    });
  };
  for (const number of twilio.voiceNumbers) add(number, "voice", voiceSettings(addresses));
  if (twilio.smsFrom) add(twilio.smsFrom, "sms", messageSettings(addresses));
  return [...wishes.values()];
}

function whyUnfit(
  { number, uses }: Wish,
  own: OwnNumber | undefined,
  twilio: TwilioConfig,
): string | undefined {
  if (!own) return `${number}: account ${twilio.accountSid} has no such number`;
  if (uses.includes("voice") && !own.voice) return `${number}: this number cannot take calls`;
  if (uses.includes("sms") && !own.sms)
    return `${number}: this number cannot take text messages; toll-free numbers of Japan cannot`;
  return undefined;
}

function show({ number, uses, settings }: Wish, own: OwnNumber, changes: readonly Change[]): void {
  const names = { voice: "telephone", sms: "text messages" };
  say(`\n${number} (${own.sid}): ${uses.map((use) => names[use]).join(", ")}`);
  for (const [name, value] of Object.entries(settings)) {
    const change = changes.find((each) => each.name === name);
    const label = `  ${name.padEnd(24)}`;
    if (!change) say(`${label}  ${shown(value)}`);
    else say(`- ${label.slice(2)}  ${shown(change.now)}\n+ ${label.slice(2)}  ${shown(change.then)}`);
  }
  if (!uses.includes("voice") || "voice_fallback_url" in settings) return;
  const there = own.now.voice_fallback_url;
  say(
    there
      ? `  voice_fallback_url        ${shown(there)} (left as it is: VOICE_FALLBACK_URL is not set)`
      : "! voice_fallback_url        (empty): while this program is down callers hear an error and are not recorded.\n" +
          "                            Make a TwiML Bin of content/telephone-fallback.xml and set VOICE_FALLBACK_URL.",
  );
}

/** None of it is a number's own setting; whoever sets the line up looks for it here all the same. */
function tellOfRecordings(twilio: TwilioConfig): void {
  if (twilio.voiceNumbers.length === 0) return;
  say(`
recordings: nothing to set at the number. Each call's own document asks for untrimmed recordings and for
  callbacks (completed, absent) at /twilio/voice/recording. To look at in the Console, Voice settings:
  HTTP authentication for media URLs: on. Voice recording encryption: on, if the office holds the key
  (keys/worker/twilio-recording.pem); docs/operations.md says how.`);
}

function tellOfMessages(twilio: TwilioConfig): void {
  if (!twilio.smsFrom) return;
  say(`
text messages: Twilio does not send one again that no address took. What came while this program was down is looked
  for in Twilio's own list, every ten minutes and up to 30 days back, and never answered. That needs the words to be
  there: leave message redaction in the Console off, or know that such a message arrives without its words.`);
}

const shown = (value: string | boolean): string => (value === "" ? "(empty)" : String(value));

function whyNot(error: unknown, { accountSid, apiUrl }: TwilioConfig): string {
  if (error instanceof TwilioAway) return `Twilio cannot be reached at ${apiUrl}`;
  if (!(error instanceof TwilioRefused)) throw error;
  if (error.status === 401 || error.status === 403)
    return `Twilio does not take TWILIO_AUTH_TOKEN for account ${accountSid} (${error.code || error.status})`;
  if (error.status === 404) return `account ${accountSid}: Twilio knows no such account`;
  return `Twilio refused with ${error.status}${error.code ? ` (https://www.twilio.com/docs/errors/${error.code})` : ""}`;
}

function readArgs(args: string[]): boolean | undefined {
  try {
    return parseArgs({ args, options: { apply: { type: "boolean", default: false } } }).values.apply;
  } catch {
    return undefined;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function problem(line: string, code: number): number {
  process.stderr.write(`${line}\n`);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
