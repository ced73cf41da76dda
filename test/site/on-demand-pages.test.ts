import { describe, expect, it } from "vitest";
import type {
  FormField,
  IssueCode,
  ReceivedPage,
  ThreadPage,
  Trouble,
} from "../../functions/domain/intake/public-page.ts";
import { GoodsChoice, Transport } from "../../functions/domain/intake/report.ts";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";
import { withRuby } from "../../src/i18n/ruby.ts";
import { fill, language } from "../../src/i18n/strings.ts";
import { withUnbrokenNegation } from "../../src/i18n/unbroken.ts";
import { attributes, draw, emptyReport, render } from "./built.ts";

const received: ReceivedPage = {
  kind: "received",
  receipt: "1234 5678 9012 3456",
  acceptedAt: new Date("2026-11-20T13:10:00Z"),
  files: [{ name: "<港>.jpg", removed: "metadata", original: true }],
  contactLeft: false,
};
const thread: ThreadPage = {
  kind: "thread",
  receipt: "1234 5678 9012 3456",
  status: "received",
  statusWords: null,
  messages: [],
  idempotencyKey: "key-for-the-next-addition",
  added: false,
  message: "",
  issues: [],
};

/** The tag of the element with this id. */
function tagOf(html: string, id: string): string {
  const attribute = '(?:\\s+[^\\s=>]+(?:="[^"]*")?)*';
  return html.match(new RegExp(`<\\w[\\w-]*${attribute}\\s+id="${id}"${attribute}\\s*/?>`))?.[0] ?? "";
}

describe.each(offeredLocales)("the form in %s", (locale) => {
  const { t } = language(locale);
  const path = `/${locale}/report/`;
  /** Words as the page shows them: easy Japanese with its readings above the kanji, Burmese with its "not" held to the verb. */
  const shown = (words: string) => {
    if (locale === "my") return withUnbrokenNegation(words);
    return locale === "ja-easy" ? withRuby(words).replace(/^<span>|<\/span>$/g, "") : words;
  };

  it("posts itself as it is, with its key, and asks the browser to remember nothing", async () => {
    const html = await draw(path, emptyReport);
    const form = html.match(/<form\b[^>]*>/)?.[0] ?? "";
    expect(form).toContain(`action="${path}"`);
    expect(form).toContain('method="post"');
    expect(form).toContain('enctype="multipart/form-data"');
    expect(form).toContain('autocomplete="off"');
    expect(html).toContain('name="idempotencyKey" value="key-issued-with-the-form"');
    for (const field of ["text", "place", "when", "how", "who", "contact"]) {
      expect(tagOf(html, `f-${field}`)).toContain('autocomplete="off"');
      expect(tagOf(html, `f-${field}`)).toContain('spellcheck="false"');
      // A length limit in the field would cut a pasted text without a word.
      expect(tagOf(html, `f-${field}`)).not.toContain("maxlength");
    }
  });

  it("joins each field to its label and hint, and to its error when there is one", async () => {
    const wrong = [
      ["text", "empty"],
      ["contact", "too_long"],
      ["files", "too_many"],
      ["goods", "invalid"],
    ] satisfies [FormField, IssueCode][];
    const html = await draw(path, {
      ...emptyReport,
      issues: wrong.map(([field, code]) => ({ field, code })),
    });
    for (const field of ["text", "place", "when", "how", "who", "contact", "files"]) {
      expect(html).toContain(`for="f-${field}"`);
    }
    const ids = new Set(attributes(html, "\\w[\\w-]*", "id"));
    for (const list of attributes(html, "\\w[\\w-]*", "aria-describedby")) {
      for (const id of list.split(" ")) expect(ids, id).toContain(id);
    }
    for (const [field] of wrong) {
      expect(tagOf(html, `f-${field}`)).toContain(`aria-describedby="h-${field} e-${field}"`);
      expect(html).toContain(`href="#f-${field}"`);
    }
    expect(tagOf(html, "f-text")).toContain('aria-invalid="true"');
    expect(tagOf(html, "f-place")).not.toContain("aria-invalid");
  });

  it("gives words, ticks and markup back exactly as they were typed", async () => {
    const words = '\nfirst line is empty & <b>"quoted"</b> \n</textarea><script>';
    const html = await draw(path, {
      ...emptyReport,
      values: {
        ...emptyReport.values,
        text: words,
        place: '"x" & <y>',
        goods: ["gold"],
        transport: ["parcel"],
        keepOriginal: true,
      },
      issues: [{ field: "contact", code: "too_long" }],
    });
    const [, shown = ""] = html.match(/<textarea[^>]*id="f-text"[^>]*>([\s\S]*?)<\/textarea>/) ?? [];
    // A browser drops one line break right after the opening tag.
    expect(plain(shown.replace(/^\n/, ""))).toBe(words);
    expect(plain(tagOf(html, "f-place").match(/ value="([^"]*)"/)?.[1] ?? "")).toBe('"x" & <y>');
    for (const value of ["gold", "parcel", "yes"])
      expect(html).toMatch(new RegExp(`value="${value}"[^>]* checked`));
    expect(html.match(/ checked/g)).toHaveLength(3);
  });

  it("offers every kind of goods and every way of travel", async () => {
    const html = await draw(path, emptyReport);
    const values = attributes(html, "input", "value");
    for (const choice of [...GoodsChoice.options, ...Transport.options]) expect(values).toContain(choice);
  });

  it.each(["key_missing", "key_reused", "elsewhere", "too_much", "too_often", "failed"] satisfies Trouble[])(
    "says in words what to do after %s",
    async (trouble) => {
      const html = await draw(path, { ...emptyReport, trouble, filesLost: true });
      const withoutLinks = html.replace(
        /(?:<\/span>)?<a class="ltr" href="tel:\d+">([^<]+)<\/a>(?:<span>)?/g,
        "$1",
      );
      expect(plain(withoutLinks)).toContain(fill(shown(t.report.troubles[trouble])));
      expect(html).toContain(shown(t.report.filesLost));
      expect(html).toContain('role="alert"');
    },
  );

  it("shows the receipt, how to come back, and what was taken out of each picture", async () => {
    const html = await draw(path, received);
    expect(html.replace(/<[^>]+>/g, "")).toContain("1234 5678 9012 3456");
    expect(plain(html)).toContain(fill(shown(t.received.metadataRemoved), { file: "<港>.jpg" }));
    expect(html).toContain(shown(t.received.originalKept));
    expect(html).toContain(`href="/${locale}/follow-up/"`);
    expect(html).toContain(shown(t.received.noContact));
  });
});

describe("the follow-up page", () => {
  it("says the digits back, and a wrong receipt reads exactly like one without a reply yet", async () => {
    const html = await draw("/ja/follow-up/", thread);
    const { followUp } = language("ja").t;
    expect(html.replace(/<[^>]+>/g, "")).toContain("1234 5678 9012 3456");
    for (const words of [followUp.check, followUp.noMessages, followUp.statuses.received.label])
      expect(html).toContain(words);
  });

  it("shows what was said as text, whatever it holds, in its own direction", async () => {
    const messages = [
      { from: "desk" as const, at: new Date("2026-11-21T01:00:00Z"), text: "<img src=x>\n二行目" },
    ];
    const html = await draw("/en/follow-up/", { ...thread, status: "question", messages });
    expect(html).toContain('dir="auto">&lt;img src=x&gt;\n二行目<');
    expect(html).not.toContain("<img src=x>");
  });

  it("still says that an addition arrived when the thread cannot be read", async () => {
    const { followUp } = language("en").t;
    const html = await draw("/en/follow-up/", { ...thread, status: null, added: true });
    expect(html).toContain(followUp.added);
    expect(html).toContain(followUp.troubles.failed);
    expect(html).not.toContain(followUp.noMessages);
  });
});

describe("the built site's one function", () => {
  it("draws no page that is served as a file, and none that does not exist", async () => {
    for (const path of ["/ja/", "/ja/privacy/", "/nothing/", "/"]) {
      expect((await render(new Request(`http://site.example${path}`), {})).status).toBe(404);
    }
  });
});

function plain(html: string): string {
  const marks: Record<string, string> = {
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#34;": '"',
    "&#39;": "'",
    "&amp;": "&",
  };
  return html.replace(/&(lt|gt|quot|#34|#39|amp);/g, (mark) => marks[mark] ?? mark);
}
