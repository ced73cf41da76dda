import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { triageTip } from "../../../functions/domain/triage/triage.ts";
import { type Span, Verdict } from "../../../functions/domain/triage/verdict.ts";

const RECEIVED = "2026-11-20T22:10:00+09:00";
const triage = (text: string, channel: "web" | "voice" | "sms" | "partner" = "web") =>
  triageTip({ channel, received_at: RECEIVED, text });

/** Every quotation of a verdict with the place it claims to stand at. */
function quotations(verdict: Verdict): { evidence: string; span: Span }[] {
  const single = [...verdict.identifiers, ...verdict.places, ...verdict.reasons].flatMap(
    ({ evidence, span }) => (evidence !== undefined && span ? [{ evidence, span }] : []),
  );
  const goods = verdict.categories.flatMap(({ evidence, spans }) =>
    (spans ?? []).flatMap((span) => evidence.slice(0, 1).map((words) => ({ evidence: words, span }))),
  );
  return [...single, ...goods.slice(0, 1)];
}

const WORDS = [
  "横浜港に明日コンテナ CSQU3054383 が着きます。中に覚醒剤が隠してあります。",
  "ＣＳＱＵ ３０５４３８３ あした 大阪南港 シャブ",
  "my boss told me cocaine is hidden in AWB 176-44028154, lands at Narita tomorrow",
  "Ngày mai container đến cảng Yokohama, bên trong có cần sa, em sợ lắm",
  "내일 부산에서 오사카 남항으로 필로폰",
  "明天到名古屋港的集装箱里藏了冰毒",
  "سلام فردا در بندر یوکوهاما تریاک",
  "မနက်ဖြန် ထိုင်းကနေ ပါဆယ်",
  "😹😹 lol",
  "助けて 殺すと言われました 大麻を運べと",
  "税金はいくらですか",
  "\u0000\ud800 \u202e",
];
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((parts) => parts.join(" ")),
  fc
    .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: "grapheme", maxLength: 30 })), {
      maxLength: 8,
    })
    .map((parts) => parts.join("")),
);

describe("triage", () => {
  it("gives a whole verdict for any text, and every quotation stands where it says", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("web", "voice", "sms", "partner"), (words, channel) => {
        const verdict = triage(words, channel);
        Verdict.parse(verdict);
        for (const { evidence, span } of quotations(verdict))
          expect(words.slice(...span).trim()).toBe(evidence.trim());
      }),
      { numRuns: 300 },
    );
  });

  it("adds up: the score is the sum of its reasons, within 0 to 100", () => {
    fc.assert(
      fc.property(text, (words) => {
        const { score, reasons } = triage(words);
        const sum = reasons.reduce((all, { points }) => all + points, 0);
        expect(score).toBe(Math.max(0, Math.min(100, sum)));
      }),
      { numRuns: 200 },
    );
  });

  it("reads 20,000 characters of one hostile pattern without slowing to a halt", { timeout: 60_000 }, () => {
    for (const unit of [
      "a",
      "あ",
      "1",
      "CSQU ",
      "횡",
      "第一",
      " -",
      "م",
      "(((",
      "東京",
      "0-",
      "n't ",
      "じゅう",
      "\n",
      "@a.",
      "ก",
    ]) {
      const words = unit.repeat(Math.ceil(20_000 / unit.length)).slice(0, 20_000);
      Verdict.parse(triage(words));
    }
  });

  it("puts a container that lands tomorrow on top and says why, with the words", () => {
    const verdict = triage(WORDS[0] ?? "");
    expect(verdict).toMatchObject({
      disposition: "actionable",
      band: "A",
      region: "yokohama",
      urgency: "now",
      eta: "2026-11-21",
      lang: "ja",
    });
    expect(verdict.reasons).toContainEqual(
      expect.objectContaining({ code: "valid_container", points: 20, evidence: "CSQU3054383" }),
    );
    expect(verdict.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["time_now", "goods_stimulants", "port_named", "rule_landing_now"]),
    );
  });

  it("keeps a container whose check digit fails, marks it, and says which one may be meant", () => {
    const [container] = triage("コンテナ CSQU3054384 に拳銃").identifiers;
    expect(container).toMatchObject({ type: "container", valid: false });
    expect(container?.candidates).toContain("CSQU3054383");
  });

  it("raises a flag of its own when a life is in danger, whatever else is true", () => {
    const verdict = triage(
      "助けてください。荷物を運べと言われて断ったら、家族を殺すと脅されています。部屋から出してもらえません。",
    );
    expect(verdict).toMatchObject({ threat_to_life: true, band: "A", urgency: "now" });
    expect(verdict.reasons[0]).toMatchObject({ code: "threat_to_life" });
  });

  it("does not take an insult for a threat to anyone's life", () => {
    expect(triage("死ね 税金泥棒 ぶっ殺すぞ")).toMatchObject({
      threat_to_life: false,
      disposition: "abuse",
      band: "D",
    });
  });

  it.each([
    "Họ giữ hộ chiếu của em và bắt em đi nhận hàng từ nước ngoài. Nếu em không đi họ sẽ đánh. Xin giúp em.",
    "パスポートを取られました。荷物を受け取れと言われています。行かないと殴られます。助けてください。",
    "They took my passport and make me pick up parcels from abroad. They will beat me. Please help.",
  ])("never files someone who is held and asks for help: %s", (words) => {
    expect(triage(words)).toMatchObject({ threat_to_life: true, band: "A" });
    expect(["actionable", "information"]).toContain(triage(words).disposition);
  });

  it.each([
    "HELP they will kill my sister if i dont carry the bag. flight TG676 tomorrow",
    "They said they would hurt my mother unless I pick up the parcel.",
    "荷物を運ばないと家族を殺すと言われています。",
    "受け取りを断ったら、ただじゃすまないと言われました。怖いです。",
    "si no llevo la maleta van a matar a mi hermana",
    "se eu não levar a mala eles vão matar minha irmã",
    "가방을 안 들고 가면 동생을 죽인다고 해요",
    "他们说不带这个箱子就杀我妹妹",
    "他們說不帶這個箱子就要殺我妹妹",
    "nếu không mang vali thì tụi nó giết em gái tôi",
    "neu khong mang vali thi tui no giet em gai toi",
    "ถ้าไม่ถือกระเป๋าไป เขาจะฆ่าน้องสาวหนู",
    "papatayin nila ang kapatid ko kung hindi ko dadalhin ang bag",
    "kalau saya tidak bawa koper itu mereka akan bunuh adik saya",
    "если не повезу чемодан, они убьют мою сестру",
    "झोला नबोके मेरी बहिनीलाई मार्छन् भन्दै छन्",
    "အိတ်မသယ်ရင် ညီမကို သတ်မယ်တဲ့",
    "اگر چمدان را نبرم خواهرم را می‌کشند",
    "បើមិនយកវ៉ាលីទៅ គេនឹងសម្លាប់ប្អូនស្រីខ្ញុំ",
    "Чемоданыг нь авч явахгүй бол дүүг минь ална гэсэн",
  ])("puts on top someone who must carry or have their own hurt, in any language: %s", (words) => {
    expect(triage(words, "sms")).toMatchObject({ threat_to_life: true, band: "A", urgency: "now" });
  });

  it.each([
    "死ね 俺の荷物を開けるな 殺すぞ",
    "Open my parcel again and I'll find you, idiots. My package is still stuck, this is killing me",
    "このドラマの密輸の場面、主人公が殺されると思いました",
  ])("takes no anger and no story for a life in danger: %s", (words) => {
    expect(triage(words)).toMatchObject({ threat_to_life: false });
  });

  it("keeps someone who is offered money to take in a parcel where an officer reads it", () => {
    const verdict = triage(
      "アルバイトで にもつを うけとってと いわれました。かいがいから きます。だいじょうぶ ですか。",
    );
    expect(verdict.disposition).not.toBe("not_customs");
    expect(verdict.band).not.toBe("D");
  });

  it("hears a report behind an insult", () => {
    const verdict = triage(
      "無能ども。明日の朝9時、川崎の第2倉庫にコカイン入りの箱が着く。コンテナ CSQU3054383。死ね",
    );
    expect(verdict).toMatchObject({ disposition: "actionable", band: "A" });
  });

  it("says where to send who is not for Customs", () => {
    expect(triage("来月タイから帰ります。お酒は何本まで持ち込めますか?")).toMatchObject({
      disposition: "not_customs",
      refer_to: "tariff_desk",
      band: "D",
      categories: [],
    });
    expect(
      triage(
        "I got a call saying a parcel in my name contains drugs and I must pay in gift cards. Is this really you?",
      ),
    ).toMatchObject({
      disposition: "not_customs",
      refer_to: "scam_page",
    });
  });

  it("holds a recording that nobody has heard for today, and empty words for nothing", () => {
    expect(triage("", "voice")).toMatchObject({ band: "B", reasons: [{ code: "unheard_recording" }] });
    expect(triage(" … ", "web")).toMatchObject({ disposition: "abuse", band: "D" });
  });

  it("counts independent reports of the same matter, and lets them lift what is only to be checked", () => {
    const report = {
      channel: "web",
      received_at: RECEIVED,
      text: "コンテナ CSQU3054383 に覚醒剤が隠してあるのを倉庫で見ました",
    } as const;
    const alone = triageTip(report);
    const borne = triageTip(report, { corroboration: { independent: 1 } });
    expect(alone.band).toBe("C");
    expect(borne.score).toBeGreaterThan(alone.score);
    expect(borne.band).toBe("B");
  });
});
