/** Calls as Twilio's `/Calls` shows them: which number was called, and from which call it was dialled. */
import { answerJson, type RestAnswer } from "./rest.ts";

export interface FakeCallFacts {
  to: string;
  from: string;
  parentSid: string | null;
  direction: "inbound" | "outbound-dial";
}

export class FakeCalls {
  readonly bySid = new Map<string, FakeCallFacts>();
  /** Requests that are refused with 500 before one succeeds. */
  failures = 0;
  asked = 0;
  private readonly accountSid: string;

  constructor(accountSid: string) {
    this.accountSid = accountSid;
  }

  add(sid: string, facts: Partial<FakeCallFacts> & { to: string }): void {
    this.bySid.set(sid, { from: "+818000000000", parentSid: null, direction: "inbound", ...facts });
  }

  answer(method: string, path: string): RestAnswer | undefined {
    const sid = /^\/Calls\/(CA[0-9a-f]{32})\.json$/.exec(path)?.[1] ?? "";
    if (method !== "GET" || sid === "") return undefined;
    this.asked += 1;
    if (this.failures > 0) {
      this.failures -= 1;
      return answerJson(500, { code: 20500, message: "Internal server error", status: 500 });
    }
    const call = this.bySid.get(sid);
    return call && answerJson(200, this.resource(sid, call));
  }

  /** The resource as the published description shapes it (`api.v2010.account.call`). */
  private resource(sid: string, call: FakeCallFacts): Record<string, unknown> {
    return {
      sid,
      account_sid: this.accountSid,
      parent_call_sid: call.parentSid,
      to: call.to,
      to_formatted: call.to,
      from: call.from,
      from_formatted: call.from,
      phone_number_sid: `PN${"0".repeat(32)}`,
      status: "completed",
      direction: call.direction,
      duration: "60",
      forwarded_from: null,
      caller_name: null,
      trunk_sid: null,
      api_version: "2010-04-01",
      date_created: "Fri, 20 Nov 2026 13:10:00 +0000",
      date_updated: "Fri, 20 Nov 2026 13:11:00 +0000",
      uri: `/2010-04-01/Accounts/${this.accountSid}/Calls/${sid}.json`,
      subresource_uris: {},
    };
  }
}
