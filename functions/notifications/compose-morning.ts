/** The morning's mail: counts and a link, in both languages of the desk. */

import { Region } from "../domain/triage/verdict.ts";
import type { MorningContext } from "../service/handover/worker-ports.ts";
import type { DeskMail, Mail } from "../service/worker-ports.ts";
import type { ComposerOptions } from "./compose.ts";

export function createMorningComposer(options: Omit<ComposerOptions, "deskMail">): MorningContext["compose"] {
  const { words, customs, staffUrl } = options;
  return (region, to, counts): Omit<Mail, "key"> => {
    const parts = Object.entries(words).map(([language, { morning, everywhere }]) => {
      const place = customs.find(({ code }) => code === region)?.names[language] ?? everywhere;
      const values: Record<string, string | number> = {
        ...counts,
        region: place,
        link: `${staffUrl}/staff/handover/`,
      };
      const fill = (line: string) =>
        line.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
      return { subject: fill(morning.subject), text: morning.lines.map(fill).join("\n") };
    });
    return {
      to: [...to],
      subject: parts.map(({ subject }) => subject).join(" / "),
      text: `${parts.map(({ text }) => text).join("\n\n")}\n`,
    };
  };
}

/** The desk's own addresses get the whole, a region's get their own counts. */
export function morningGroups({ always, byRegion }: DeskMail): MorningContext["groups"] {
  const regions = Region.options.flatMap((region) => {
    const to = (byRegion[region] ?? []).filter((address) => !always.includes(address));
    return to.length > 0 ? [{ region, to }] : [];
  });
  return [{ region: null, to: always }, ...regions];
}
