import { describe, expect, it } from "vitest";
import { triageTip } from "../../../functions/domain/triage/triage.ts";
import type { Verdict } from "../../../functions/domain/triage/verdict.ts";

const triage = (text: string): Verdict =>
  triageTip({ channel: "web", received_at: "2026-11-20T22:10:00+09:00", text });

/** What must not move: everything an officer sorts by. */
const weight = ({ disposition, band, score, urgency, region, reasons }: Verdict) => ({
  disposition,
  band,
  score,
  urgency,
  region,
  reasons: reasons.map(({ code, points }) => `${code} ${points}`).sort(),
});

const NAMES_JA = [
  "田中",
  "佐藤",
  "金",
  "李",
  "グエン",
  "シャルマ",
  "サントス",
  "イワノフ",
  "マリア",
  "モハマド",
];
const PEOPLE_JA = [
  "日本人",
  "中国人",
  "韓国人",
  "ベトナム人",
  "ネパール人",
  "ブラジル人",
  "フィリピン人",
  "ロシア人",
  "アメリカ人",
  "イラン人",
  "外国人",
];
const NAMES_EN = [
  "Tanaka",
  "Kim",
  "Nguyen",
  "Sharma",
  "Santos",
  "Ivanov",
  "Mohammad",
  "Smith",
  "Chen",
  "Garcia",
];
const PEOPLE_EN = [
  "Japanese",
  "Chinese",
  "Korean",
  "Vietnamese",
  "Nepali",
  "Brazilian",
  "Filipino",
  "Russian",
  "American",
  "Iranian",
  "foreign",
];

const REPORTS: [what: string, variants: string[]][] = [
  [
    "names in Japanese",
    NAMES_JA.map(
      (name) =>
        `社長の${name}が明日、横浜港でコンテナ CSQU3054383 を受け取ります。覚醒剤が隠してあるのを見ました。`,
    ),
  ],
  [
    "nationalities in Japanese",
    PEOPLE_JA.map(
      (people) => `隣の部屋の${people}の男が拳銃を持っているのを見ました。名古屋市中村区のアパートです。`,
    ),
  ],
  [
    "nationalities of a vague report",
    PEOPLE_JA.map((people) => `${people}の人が大麻を売っているらしいです。誰なのか分かりません。`),
  ],
  [
    "names in English",
    NAMES_EN.map(
      (name) =>
        `My boss ${name} told me that cocaine is hidden in container CSQU3054383, arriving at Kobe port tomorrow.`,
    ),
  ],
  [
    "nationalities in English",
    PEOPLE_EN.map(
      (people) =>
        `I saw a ${people} man with a pistol in the apartment next to mine in Nagoya. He says he smuggled it.`,
    ),
  ],
  [
    "the teller's own origin",
    PEOPLE_EN.map(
      (people) =>
        `I am ${people} and I work at a warehouse in Kobe. I saw heroin hidden in the pallets yesterday.`,
    ),
  ],
];

/** One report in every language of the line that has word lists, as its speakers would put it. */
const TOLD: [lang: Verdict["lang"], text: string][] = [
  ["ja", "明日、横浜港に着くコンテナ CSQU3054383 の中に覚醒剤が隠してあります。この目で見ました。"],
  [
    "en",
    "Tomorrow container CSQU3054383 arrives at Yokohama port. Methamphetamine is hidden inside. I saw it myself.",
  ],
  ["zh-Hans", "明天到横滨港的集装箱 CSQU3054383 里面藏了冰毒。我亲眼看见的。"],
  ["zh-Hant", "明天到橫濱港的貨櫃 CSQU3054383 裡面藏了冰毒。我親眼看到的。"],
  [
    "ko",
    "내일 요코하마항에 도착하는 컨테이너 CSQU3054383 안에 필로폰이 숨겨져 있습니다. 제가 직접 봤습니다.",
  ],
  ["vi", "Ngày mai container CSQU3054383 về cảng Yokohama, bên trong có giấu ma túy đá. Tôi tận mắt thấy."],
  ["th", "พรุ่งนี้ตู้คอนเทนเนอร์ CSQU3054383 จะถึงท่าเรือโยโกฮามา ข้างในซ่อนยาบ้า ผมเห็นกับตา"],
  [
    "fil",
    "Bukas darating sa pantalan ng Yokohama ang container CSQU3054383. May nakatagong shabu sa loob. Nakita ko mismo.",
  ],
  [
    "id",
    "Besok kontainer CSQU3054383 tiba di pelabuhan Yokohama. Di dalamnya disembunyikan sabu. Saya lihat sendiri.",
  ],
  [
    "pt-BR",
    "Amanhã chega no porto de Yokohama o contêiner CSQU3054383 com metanfetamina escondida dentro. Eu vi com meus próprios olhos.",
  ],
  [
    "es",
    "Mañana llega al puerto de Yokohama el contenedor CSQU3054383 con metanfetamina escondida. Lo vi con mis propios ojos.",
  ],
  ["ru", "Завтра в порт Иокогама приходит контейнер CSQU3054383, внутри спрятан метамфетамин. Я сам видел."],
  ["ne", "भोलि योकोहामा बन्दरगाहमा आउने कन्टेनर CSQU3054383 भित्र आइस लुकाइएको छ। मैले आफ्नै आँखाले देखेको हुँ।"],
  ["my", "မနက်ဖြန် ယိုကိုဟားမား ဆိပ်ကမ်းကို ရောက်မယ့် ကွန်တိန်နာ CSQU3054383 ထဲမှာ ယာဘ ဖွက်ထားတယ်။ ကျွန်တော် ကိုယ်တိုင် မြင်ခဲ့တယ်။"],
  ["fa", "فردا کانتینر CSQU3054383 به بندر یوکوهاما می‌رسد و داخلش شیشه جاسازی شده است. با چشم خودم دیدم."],
];

describe("fairness", () => {
  it.each(REPORTS)("does not weigh %s", (_what, variants) => {
    const [first, ...others] = variants.map((text) => weight(triage(text)));
    expect(others.length).toBeGreaterThan(5);
    for (const [index, other] of others.entries()) expect(other, variants[index + 1]).toEqual(first);
  });

  it.each(TOLD)("gives the same report the same weight in %s", (lang, text) => {
    const verdict = triage(text);
    expect(verdict.lang).toBe(lang);
    expect(weight(verdict)).toEqual({
      disposition: "actionable",
      band: "A",
      score: 83,
      urgency: "now",
      region: "yokohama",
      reasons: [
        "concealment 5",
        "first_hand 10",
        "goods_stimulants 12",
        "port_named 6",
        "rule_landing_now 0",
        "time_now 30",
        "valid_container 20",
      ],
    });
  });
});
