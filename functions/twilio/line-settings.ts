/** What a number of the line must say at Twilio, and what of it is otherwise now. Pure. */
import { retrying } from "./verify.ts";

/** The settings of a number by their names in Twilio's interface (2010-04-01, `IncomingPhoneNumbers`). */
export type NumberSettings = Readonly<Record<string, string | boolean>>;

export interface Change {
  name: string;
  now: string | boolean;
  then: string | boolean;
}

export interface LineAddresses {
  /** Without a slash at the end. */
  publicUrl: string;
  /** The document for when we are down; null leaves what is there. */
  voiceFallbackUrl: string | null;
}

/**
 * Calls come to us, with a second try after a failed one; when that fails too, the fallback answers. It is asked with GET,
 * as a file on a plain web server is. An application, a trunk or a fax would take the calls away from these addresses,
 * and a look-up of the caller's name would tell a third party who called.
 */
export function voiceSettings({ publicUrl, voiceFallbackUrl }: LineAddresses): NumberSettings {
  return {
    voice_url: `${publicUrl}/twilio/voice${retrying}`,
    voice_method: "POST",
    ...(voiceFallbackUrl ? { voice_fallback_url: voiceFallbackUrl, voice_fallback_method: "GET" } : {}),
    status_callback: `${publicUrl}/twilio/voice/status${retrying}`,
    status_callback_method: "POST",
    voice_application_sid: "",
    trunk_sid: "",
    voice_receive_mode: "voice",
    voice_caller_id_lookup: false,
  };
}

/** A message that we did not take is never sent again, so it is tried twice over; repeats make one tip. */
export function messageSettings({ publicUrl }: LineAddresses): NumberSettings {
  return {
    sms_url: `${publicUrl}/twilio/sms${retrying}`,
    sms_method: "POST",
    sms_fallback_url: `${publicUrl}/twilio/sms`,
    sms_fallback_method: "POST",
    sms_application_sid: "",
  };
}

/** The settings that are otherwise, in the order of `wanted`. */
export function changesOf(now: NumberSettings, wanted: NumberSettings): Change[] {
  return Object.entries(wanted).flatMap(([name, then]) => {
    const is = now[name] ?? "";
    return is === then ? [] : [{ name, now: is, then }];
  });
}

/** Whether the fallback would be down together with us. */
export function fallbackIsOurs({ publicUrl, voiceFallbackUrl }: LineAddresses): boolean {
  return voiceFallbackUrl !== null && new URL(voiceFallbackUrl).host === new URL(publicUrl).host;
}
