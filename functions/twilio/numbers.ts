/** The account's numbers by Twilio's own library. */
import Twilio from "twilio/lib/rest/Twilio.js";
import { z } from "zod";
import type { TwilioAccount } from "./client.ts";
import type { Change, NumberSettings } from "./line-settings.ts";

export interface OwnNumber {
  sid: string;
  voice: boolean;
  sms: boolean;
  now: NumberSettings;
}

/** Why Twilio did not do what it was asked. `code` is Twilio's own, or 0. */
export class TwilioRefused extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number) {
    super(`refused with ${status}`);
    this.name = "TwilioRefused";
    this.status = status;
    this.code = code;
  }
}

export class TwilioAway extends Error {
  override readonly name = "TwilioAway";
}

export interface Numbers {
  /** `active`, `suspended` or `closed`. */
  accountStatus(): Promise<string>;
  /** Undefined when the account has no such number. */
  find(phoneNumber: string): Promise<OwnNumber | undefined>;
  /** Answers the number as Twilio has it afterwards. */
  change(sid: string, changes: readonly Change[]): Promise<OwnNumber>;
}

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

const NumberFields = z.object({
  sid: z.string(),
  capabilities: z.object({ voice: z.boolean().default(false), sms: z.boolean().default(false) }),
  voiceUrl: text,
  voiceMethod: text,
  voiceFallbackUrl: text,
  voiceFallbackMethod: text,
  statusCallback: text,
  statusCallbackMethod: text,
  voiceApplicationSid: text,
  trunkSid: text,
  voiceReceiveMode: text,
  voiceCallerIdLookup: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  smsUrl: text,
  smsMethod: text,
  smsFallbackUrl: text,
  smsFallbackMethod: text,
  smsApplicationSid: text,
});

export function createNumbers(account: TwilioAccount): Numbers {
  const client = new Twilio(account.accountSid, account.authTokens[0], { accountSid: account.accountSid });
  client.api.baseUrl = account.apiUrl;
  const numbers = client.api.v2010.accounts(account.accountSid).incomingPhoneNumbers;
  return {
    accountStatus: () =>
      asked(async () => (await client.api.v2010.accounts(account.accountSid).fetch()).status),
    find: (phoneNumber) =>
      asked(async () => {
        const found = await numbers.list({ phoneNumber, limit: 20 });
        const own = found.find((each) => each.phoneNumber === phoneNumber);
        return own && toOwn(own);
      }),
    change: (sid, changes) =>
      asked(async () => {
        const fields = Object.fromEntries(changes.map(({ name, then }) => [camel(name), then]));
        return toOwn(await numbers(sid).update(fields));
      }),
  };
}

function toOwn(number: unknown): OwnNumber {
  const { sid, capabilities, ...fields } = NumberFields.parse(number);
  const now = Object.fromEntries(Object.entries(fields).map(([name, value]) => [snake(name), value]));
  return { sid, voice: capabilities.voice, sms: capabilities.sms, now };
}

async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof z.ZodError) throw error;
    const { status, code } = z
      .object({ status: z.number().optional(), code: z.unknown() })
      .parse({ status: Reflect.get(error, "status"), code: Reflect.get(error, "code") });
    if (status === undefined) throw new TwilioAway();
    throw new TwilioRefused(status, typeof code === "number" ? code : 0);
  }
}

const camel = (name: string): string =>
  name.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
