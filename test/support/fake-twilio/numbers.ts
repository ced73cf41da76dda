/** The account's telephone numbers, as `/IncomingPhoneNumbers` lists and changes them. */
import { answerJson, page, type RestAnswer } from "./rest.ts";

const uri = /^(https?:\/\/[^\s]+)?$/;
const method = /^(GET|POST)$/;
const sidOf = (prefix: string) => new RegExp(`^(${prefix}[0-9a-fA-F]{32})?$`);

/**
 * The fields of a number that a program may set, by the name they are posted with, and what their values look like
 * (`UpdateIncomingPhoneNumberRequest` of the published description).
 */
const settable: Record<string, [field: string, values: RegExp]> = {
  VoiceUrl: ["voice_url", uri],
  VoiceMethod: ["voice_method", method],
  VoiceFallbackUrl: ["voice_fallback_url", uri],
  VoiceFallbackMethod: ["voice_fallback_method", method],
  StatusCallback: ["status_callback", uri],
  StatusCallbackMethod: ["status_callback_method", method],
  VoiceApplicationSid: ["voice_application_sid", sidOf("AP")],
  TrunkSid: ["trunk_sid", sidOf("TK")],
  VoiceReceiveMode: ["voice_receive_mode", /^(voice|fax)$/],
  VoiceCallerIdLookup: ["voice_caller_id_lookup", /^(true|false)$/],
  SmsUrl: ["sms_url", uri],
  SmsMethod: ["sms_method", method],
  SmsFallbackUrl: ["sms_fallback_url", uri],
  SmsFallbackMethod: ["sms_fallback_method", method],
  SmsApplicationSid: ["sms_application_sid", sidOf("AP")],
};

export type FakeNumber = Record<string, unknown> & { sid: string; phone_number: string };

export class FakeNumbers {
  readonly list: FakeNumber[] = [];
  /** How often a number was changed. */
  changed = 0;
  private readonly accountSid: string;

  constructor(accountSid: string) {
    this.accountSid = accountSid;
  }

  /** Adds a number as the account would have it when just bought. */
  add(phoneNumber: string, capabilities: { voice: boolean; sms: boolean }): FakeNumber {
    const sid = `PN${String(this.list.length).padStart(32, "0")}`;
    const number: FakeNumber = {
      account_sid: this.accountSid,
      address_requirements: "none",
      address_sid: null,
      api_version: "2010-04-01",
      beta: false,
      bundle_sid: null,
      capabilities: { ...capabilities, mms: false, fax: false },
      date_created: "Fri, 20 Nov 2026 13:10:00 +0000",
      date_updated: "Fri, 20 Nov 2026 13:10:00 +0000",
      emergency_address_sid: null,
      emergency_address_status: "unregistered",
      emergency_status: "Inactive",
      friendly_name: phoneNumber,
      identity_sid: null,
      origin: "twilio",
      phone_number: phoneNumber,
      sid,
      sms_application_sid: "",
      sms_fallback_method: "POST",
      sms_fallback_url: "",
      sms_method: "POST",
      sms_url: "https://demo.twilio.com/welcome/sms/reply",
      status: "in-use",
      status_callback: "",
      status_callback_method: "POST",
      trunk_sid: null,
      type: null,
      uri: `/2010-04-01/Accounts/${this.accountSid}/IncomingPhoneNumbers/${sid}.json`,
      voice_application_sid: "",
      voice_caller_id_lookup: false,
      voice_fallback_method: "POST",
      voice_fallback_url: "",
      voice_method: "POST",
      voice_receive_mode: "voice",
      voice_url: "https://demo.twilio.com/welcome/voice/",
      subresource_uris: {},
    };
    this.list.push(number);
    return number;
  }

  answer(method: string, path: string, query: URLSearchParams, body: string): RestAnswer | undefined {
    if (method === "GET" && path === "/IncomingPhoneNumbers.json") {
      const wanted = query.get("PhoneNumber");
      const found = this.list.filter((number) => !wanted || number.phone_number === wanted);
      return answerJson(200, page(`/Accounts/${this.accountSid}${path}`, "incoming_phone_numbers", found));
    }
    const sid = /^\/IncomingPhoneNumbers\/(PN[0-9a-f]{32})\.json$/.exec(path)?.[1];
    const number = this.list.find((each) => each.sid === sid);
    if (method !== "POST" || !number) return undefined;
    for (const [name, value] of new URLSearchParams(body)) {
      const [field, values] = settable[name] ?? [];
      if (!field || !values?.test(value))
        return answerJson(400, { code: 21402, message: `Invalid parameter ${name}`, status: 400 });
      // An empty SID is kept as none at all; a flag comes back as one.
      if (name === "TrunkSid") number[field] = value || null;
      else number[field] = name === "VoiceCallerIdLookup" ? value === "true" : value;
    }
    this.changed += 1;
    return answerJson(200, number);
  }
}
