import { describe, expect, it } from "vitest";
import type { OfferedLocale } from "../../functions/domain/locales/offered.ts";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";
import { findTelling, type TellingKind } from "../../src/browser/find-telling.ts";
import { language } from "../../src/i18n/strings.ts";

/** What people might write, kind by kind, with times in digits, in the language's own digits and in words. */
const told: Readonly<Record<OfferedLocale, Partial<Record<TellingKind, readonly string[]>>>> = {
  ja: {
    self: ["私が港で見ました"],
    relation: ["上司に頼まれた"],
    only: ["私だけが知っている"],
    time: ["夜10時に船が来た", "２２：１５ごろ", "夜の十時半に"],
    contact: ["090-1234-5678 まで"],
  },
  "ja-easy": {
    self: ["わたしの部屋に来ました"],
    relation: ["てんちょうが言いました"],
    only: ["だれにも言わないで"],
    time: ["よる9時に"],
  },
  en: {
    self: ["I work on that quay"],
    relation: ["My landlord has a boat"],
    only: ["Nobody else saw it"],
    time: ["at 10 pm", "at 22:15", "at half past nine", "ten o’clock"],
    contact: ["write to someone@mail.example"],
  },
  "zh-hans": {
    self: ["我在码头"],
    relation: ["老板让人去搬"],
    only: ["别人不知道"],
    time: ["昨天10点", "晚上十点半", "22时"],
  },
  "zh-hant": {
    self: ["我家附近"],
    relation: ["房東有一艘船"],
    only: ["只跟我說過"],
    time: ["晚上10點", "早上九點"],
  },
  ko: {
    self: ["제가 본 것은"],
    relation: ["사장님이 시켰다"],
    only: ["저만 아는 이야기"],
    time: ["밤 10시에", "밤 열 시쯤", "아홉시 반"],
  },
  vi: {
    self: ["Tôi thấy một cái thuyền"],
    relation: ["Sếp bảo đi nhận"],
    only: ["Chỉ tôi biết chuyện này"],
    time: ["lúc 10 giờ đêm", "22h30", "10g15", "mười giờ đêm"],
  },
  fil: {
    self: ["Nakita ko sa daungan"],
    relation: ["Sabi ng boss ko"],
    only: ["Ako lang ang nakakaalam"],
    time: ["alas-10 ng gabi", "alas diyes ng gabi", "10:30"],
  },
  "pt-br": {
    self: ["Eu vi um barco"],
    relation: ["Meu encarregado pediu"],
    only: ["Só eu sei disso"],
    time: ["às 22h", "22h30", "às dez da noite"],
  },
  es: {
    self: ["Trabajo en el muelle"],
    relation: ["Mi jefe lo pidió"],
    only: ["Me lo contó en secreto"],
    time: ["a las 10 de la noche", "a las diez de la noche"],
  },
  ne: {
    self: ["मैले देखेँ"],
    relation: ["साहुले भने"],
    only: ["मलाई मात्र थाहा छ"],
    time: ["राति १० बजे", "राति दश बजे", "10 बजे"],
    contact: ["०९०-१२३४-५६७८ मा"],
  },
  id: {
    self: ["Saya lihat kapal"],
    relation: ["Tetangga punya perahu"],
    only: ["Hanya saya yang tahu"],
    time: ["jam 10 malam", "jam sepuluh malam", "pukul 22.00"],
  },
  th: {
    self: ["ผมเห็นเรือ"],
    relation: ["เจ้านายสั่งให้ไปรับ"],
    only: ["ไม่มีใครรู้เรื่องนี้"],
    time: ["22.00 น.", "๔ ทุ่ม", "สี่ทุ่มเมื่อคืน"],
  },
  my: {
    self: ["ကျွန်တော် မြင်တယ်"],
    relation: ["သူဌေးက ခိုင်းတယ်"],
    only: ["ဘယ်သူမှ မသိဘူး"],
    time: ["ည ၁၀ နာရီ", "ည ဆယ်နာရီ"],
    contact: ["၀၉၀၁၂၃၄၅၆၇၈"],
  },
  km: {
    self: ["ខ្ញុំឃើញទូក"],
    relation: ["ថៅកែខ្ញុំប្រាប់"],
    only: ["មានតែខ្ញុំដឹង"],
    time: ["ម៉ោង ១០ យប់", "ម៉ោងដប់យប់"],
    contact: ["០៩០១២៣៤៥៦៧៨"],
  },
  mn: {
    self: ["Би завь харсан"],
    relation: ["Манай дарга хэлсэн"],
    only: ["Зөвхөн би мэднэ"],
    time: ["шөнийн 10 цагт", "арван цагт", "22:15"],
  },
  ru: {
    self: ["У меня есть фото"],
    relation: ["Начальник попросил"],
    only: ["Никто больше не видел"],
    time: ["в 10 часов вечера", "22ч", "в десять вечера"],
  },
  fa: {
    self: ["من یک قایق دیدم"],
    relation: ["صاحبکارم گفت"],
    only: ["فقط من می‌دانم"],
    time: ["ساعت ۱۰ شب", "ساعت ده شب", "۲۲:۱۵"],
    contact: ["۰۹۰۱۲۳۴۵۶۷۸"],
  },
};

/** The same matter told safely: nothing here may be held against anyone. */
const safe: Readonly<Record<OfferedLocale, string>> = {
  ja: "夜に、ある人が荷物を3点、船から下ろした。3時間かかった。一時的に倉庫に置いた。",
  "ja-easy": "夜、ある人が船から荷物を下ろしていました。",
  en: "At night someone took 3 pallets and 10g of powder off a boat. It took 3 hours.",
  "zh-hans": "夜里有人从船上卸了3点货，有一点奇怪。",
  "zh-hant": "夜裡有人從船上卸貨，有一點奇怪。",
  ko: "밤에 누군가 배에서 짐을 내렸다. 3시간 걸렸다. 동네 시장 근처.",
  vi: "Ban đêm có người dỡ hàng từ thuyền xuống, ba thùng.",
  fil: "Sa gabi, may nagbaba ng kargamento mula sa bangka.",
  "pt-br": "De noite, alguém tirou três caixas de um barco.",
  es: "De noche, alguien bajó tres cajas de un barco.",
  ne: "राति कसैले डुङ्गाबाट सामान झार्‍यो।",
  id: "Malam hari seseorang menurunkan barang dari perahu.",
  th: "ตอนกลางคืนมีคนขนของลงจากเรือ",
  my: "ညဘက် လူတစ်ယောက် လှေပေါ်က ပစ္စည်းချတယ်။",
  km: "នៅពេលយប់ មាននរណាម្នាក់លើកទំនិញចុះពីទូក។",
  mn: "Шөнө нэг хүн завинаас ачаа буулгасан.",
  ru: "Ночью кто-то выгрузил с лодки три ящика.",
  fa: "شب کسی از قایق بار پیاده کرد.",
};

const tellings = (text: string, locale: OfferedLocale) =>
  findTelling(text, language(locale).t.report.helper.phrases);

describe.each(offeredLocales)("in %s", (locale) => {
  const cases = Object.entries(told[locale]).flatMap(([kind, texts]) =>
    texts.map((text) => ({ kind, text })),
  );

  it.each(cases)("“$text” is told to be $kind", ({ kind, text }) => {
    expect(tellings(text, locale).map((found) => found.kind)).toContain(kind);
  });

  it("nothing is held against what a stranger could have written", () => {
    expect(tellings(safe[locale], locale)).toEqual([]);
  });
});

describe("several telling words of one kind", () => {
  it("are all quoted, so that nobody puts one right and sends the next", () => {
    const found = tellings(
      "My boss opened it. Hours later, on the quay, my brother came and took the rest.",
      "en",
    );
    const relation = found.find(({ kind }) => kind === "relation");
    expect(relation?.quotes).toEqual(["My boss opened it.…", "…n the quay, my brother came and to…"]);
  });

  it("are not said twice: “my” in “my boss” is no word about oneself", () => {
    expect(tellings("My boss opened it.", "en").map(({ kind }) => kind)).toEqual(["relation"]);
    const both = tellings("My boss opened it. Some hours later my own key was gone.", "en");
    expect(both.map(({ kind }) => kind)).toEqual(["relation", "self"]);
  });

  it("that stand close together are quoted as one", () => {
    const [time] = tellings("22:15 or 22:30 at the quay", "en");
    expect(time).toEqual({ kind: "time", quotes: ["22:15 or 22:30 at the quay"] });
  });

  it("are quoted up to four times, in a text of any length", () => {
    const [time] = tellings("at 22:15 there came some people with a van; ".repeat(500), "en");
    expect(time?.quotes.length).toBeLessThanOrEqual(4);
  });
});
