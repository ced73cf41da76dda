import { z } from "zod";
import { Region } from "../domain/triage/verdict.ts";
import type { DeskMail } from "../service/worker-ports.ts";

const what =
  "write addresses with commas between, and a region before those that want only its tips: desk@customs.example, tokyo=night@tokyo.example";

const entry = /^(?:([a-z]+)=)?([^\s<>@,=]+@[^\s<>@,=]+)$/;

/** `desk@x.example, tokyo=a@y.example`: at least one address without a region, so that every tip reaches somebody. */
export const DeskMailSetting = z.string().transform((value, context): DeskMail => {
  const deskMail: DeskMail = { always: [], byRegion: {} };
  let wrong = false;
  for (const part of value.split(",").map((each) => each.trim())) {
    const [, name, address] = entry.exec(part) ?? [];
    const region = Region.safeParse(name);
    if (!address || (name !== undefined && !region.success)) wrong = true;
    else if (!region.success) deskMail.always.push(address);
    else deskMail.byRegion[region.data] = [...(deskMail.byRegion[region.data] ?? []), address];
  }
  if (wrong) context.addIssue({ code: "custom", message: what });
  else if (deskMail.always.length === 0)
    context.addIssue({
      code: "custom",
      message: "write at least one address without a region, so that every tip reaches somebody",
    });
  return deskMail;
});
