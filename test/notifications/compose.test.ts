import { describe, expect, it } from "vitest";
import office from "../../content/data/office.json" with { type: "json" };
import en from "../../content/mail/en.json" with { type: "json" };
import ja from "../../content/mail/ja.json" with { type: "json" };
import { DeskMailSetting } from "../../functions/config/desk-mail.ts";
import { Band, Region } from "../../functions/domain/triage/verdict.ts";
import { createComposer, MailWords } from "../../functions/notifications/compose.ts";

const id = "0192aaaa-0000-7000-8000-000000000001";
const compose = (deskMail: string) =>
  createComposer({
    words: { ja: MailWords.parse(ja), en: MailWords.parse(en) },
    customs: office.customs,
    staffUrl: "https://desk.customs.example",
    deskMail: DeskMailSetting.parse(deskMail),
  });

describe("a mail to the desk", () => {
  it("says id, band, region and where to open it, in Japanese and English", () => {
    const mail = compose("desk@customs.example")("tip", { id, band: "A", region: "yokohama" });
    expect(mail.to).toEqual(["desk@customs.example"]);
    expect(mail.subject).toBe("通報 A 横浜税関 / Tip A, Yokohama Customs");
    expect(mail.text.match(new RegExp(`https://desk.customs.example/staff/tips/${id}/`, "g"))).toHaveLength(
      2,
    );
    expect(mail.text).toContain("直ちに対応");
    expect(mail.text).toContain("act now");
  });

  it("leaves no gap in any of its words, for any band, region and kind", () => {
    const write = compose("desk@customs.example");
    for (const kind of ["tip", "recording"] as const)
      for (const band of Band.options)
        for (const region of [...Region.options, null]) {
          const { subject, text } = write(kind, { id, band, region });
          expect(`${subject}${text}`).not.toMatch(/[{}]|undefined|null| {2}/);
          expect(subject).not.toMatch(/[\r\n]/);
          expect(text).toContain(id);
        }
  });

  it("tells a region from one that nobody decided yet", () => {
    const { subject } = compose("desk@customs.example")("tip", { id, band: "B", region: null });
    expect(subject).toContain("担当税関未定");
    expect(subject).not.toContain("横浜");
  });
});

describe("DESK_MAIL", () => {
  it("adds a region's addresses to the tips of that region only", () => {
    const write = compose(
      "desk@hq.example, tokyo=a@tokyo.example,tokyo=b@tokyo.example , moji=m@moji.example",
    );
    const to = (region: Region | null) => write("tip", { id, band: "A", region }).to;
    expect(to("tokyo")).toEqual(["desk@hq.example", "a@tokyo.example", "b@tokyo.example"]);
    expect(to("moji")).toEqual(["desk@hq.example", "m@moji.example"]);
    expect(to("kobe")).toEqual(["desk@hq.example"]);
    expect(to(null)).toEqual(["desk@hq.example"]);
  });

  it.each([
    ["tokyo=a@tokyo.example", "at least one address without a region"],
    ["kyoto=a@x.example, desk@x.example", "write addresses"],
    ["desk", "write addresses"],
    ["desk@x.example,", "write addresses"],
    ["desk@x.example; other@x.example", "write addresses"],
    ["desk@x.example\r\nBcc: all@x.example", "write addresses"],
  ])("is refused as %j, with a sentence that does not repeat it", (value, sentence) => {
    const [issue] = DeskMailSetting.safeParse(value).error?.issues ?? [];
    expect(issue?.message).toContain(sentence);
    expect(issue?.message).not.toContain("x.example");
  });
});
