/** The mails the desk gets: ids, bands, regions and a link. Words come from `content/mail`. */
import { z } from "zod";
import type { DeskMail, Mail, NoticeContext, NoticeKind, NoticeTip } from "../service/worker-ports.ts";

const Letter = z.object({ subject: z.string().min(1), lines: z.array(z.string().min(1)).min(1) });

/** One language's words for mails. */
export const MailWords = z.object({
  bands: z.object({ A: z.string(), B: z.string(), C: z.string(), D: z.string() }),
  unrouted: z.string().min(1),
  tip: Letter,
  recording: Letter,
  /** In place of a region, in a mail about all of them. */
  everywhere: z.string().min(1),
  morning: Letter,
});
export type MailWords = z.infer<typeof MailWords>;

/** A regional Customs as `content/data/office.json` names it. */
export interface NamedCustoms {
  code: string;
  names: Readonly<Record<string, string>>;
}

export interface ComposerOptions {
  /** By language, in the order in which the mail says them. */
  words: Readonly<Record<string, MailWords>>;
  customs: readonly NamedCustoms[];
  /** Without a slash at the end. */
  staffUrl: string;
  deskMail: DeskMail;
}

/** Composes each mail in all languages of `words`, to the desk's addresses for the tip's region. */
export function createComposer(options: ComposerOptions): NoticeContext["compose"] {
  return (kind, tip) => {
    const parts = Object.entries(options.words).map(([language, words]) =>
      inOneLanguage(kind, tip, words, language, options),
    );
    return {
      to: addressesFor(options.deskMail, tip),
      subject: parts.map(({ subject }) => subject).join(" / "),
      text: `${parts.map(({ text }) => text).join("\n\n")}\n`,
    };
  };
}

function inOneLanguage(
  kind: NoticeKind,
  tip: NoticeTip,
  words: MailWords,
  language: string,
  { customs, staffUrl }: ComposerOptions,
): Pick<Mail, "subject" | "text"> {
  const values: Record<string, string> = {
    id: tip.id,
    band: tip.band,
    meaning: words.bands[tip.band],
    region: customs.find(({ code }) => code === tip.region)?.names[language] ?? words.unrouted,
    link: `${staffUrl}/staff/tips/${tip.id}/`,
  };
  const fill = (line: string) => line.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
  return { subject: fill(words[kind].subject), text: words[kind].lines.map(fill).join("\n") };
}

function addressesFor(deskMail: DeskMail, { region }: NoticeTip): string[] {
  return [...new Set([...deskMail.always, ...((region && deskMail.byRegion[region]) ?? [])])];
}
