import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromPersian, toIso, tokyoDay } from "../../../functions/domain/time/calendars.ts";
import { resolveTime } from "../../../functions/domain/time/resolve-time.ts";
import { growthOf, MOST_GROWTH } from "../../support/growth.ts";

const RECEIVED = "2026-11-25T10:00:00+09:00"; // a Wednesday

const eta = (text: string, at = RECEIVED) => resolveTime(text, at).eta;
const urgency = (text: string, at = RECEIVED) => resolveTime(text, at).urgency;

describe("the day a text names", () => {
  test.each([
    ["12月5日に着く", "2026-12-05"],
    ["12/5に着く", "2026-12-05"],
    ["2026年12月5日に着く", "2026-12-05"],
    ["令和8年12月5日に着く", "2026-12-05"],
    ["十二月五日に着く", "2026-12-05"],
    ["じゅうにがつ いつか に つく", "2026-12-05"],
    ["2026-12-05 arrives", "2026-12-05"],
    ["arrives 5 December", "2026-12-05"],
    ["arrives on December the fifth", "2026-12-05"],
    ["arrives Dec. 5th", "2026-12-05"],
    ["12月5号到", "2026-12-05"],
    ["民國115年12月5日到", "2026-12-05"],
    ["12월 5일 도착", "2026-12-05"],
    ["십이월 오일 도착", "2026-12-05"],
    ["ngày 5 tháng 12 về", "2026-12-05"],
    ["ngày mùng năm tháng mười hai hàng về", "2026-12-05"],
    ["hàng về 5/12", "2026-12-05"],
    ["ถึงวันที่ 5 ธันวาคม 2569", "2026-12-05"],
    ["ถึง 5 ธ.ค.", "2026-12-05"],
    ["darating sa ika-5 ng Disyembre", "2026-12-05"],
    ["tiba tanggal 5 Desember", "2026-12-05"],
    ["chega em 5 de dezembro", "2026-12-05"],
    ["chega dia cinco de dezembro", "2026-12-05"],
    ["llega el 5 de diciembre", "2026-12-05"],
    ["прибывает 5 декабря", "2026-12-05"],
    ["прибывает пятого декабря", "2026-12-05"],
    ["прибывает 05.12.2026", "2026-12-05"],
    ["५ डिसेम्बरमा आउँछ", "2026-12-05"],
    ["ဒီဇင်ဘာ ၅ ရက်နေ့ ရောက်မယ်", "2026-12-05"],
    ["۵ دسامبر می‌رسد", "2026-12-05"],
    ["۱۴ آذر می‌رسد", "2026-12-05"],
  ])("reads %s as a date of the calendar", (text, day) => {
    expect(eta(text)).toBe(day);
  });

  test.each([
    ["来週の火曜に着く", "2026-12-01"],
    ["今度の日曜に着く", "2026-11-29"],
    ["arrives next Tuesday", "2026-12-01"],
    ["arrives this Friday", "2026-11-27"],
    ["下周二到", "2026-12-01"],
    ["這週五到", "2026-11-27"],
    ["다음 주 화요일 도착", "2026-12-01"],
    ["thứ ba tuần sau hàng về", "2026-12-01"],
    ["ถึงวันอังคารสัปดาห์หน้า", "2026-12-01"],
    ["darating sa susunod na linggo sa Martes", "2026-12-01"],
    ["tiba hari Selasa minggu depan", "2026-12-01"],
    ["chega na terça da semana que vem", "2026-12-01"],
    ["llega el martes de la semana que viene", "2026-12-01"],
    ["придет во вторник на следующей неделе", "2026-12-01"],
    ["अर्को हप्ता मंगलबार आउँछ", "2026-12-01"],
    ["နောက်အပတ် အင်္ဂါနေ့ ရောက်မယ်", "2026-12-01"],
    ["سه‌شنبه هفته آینده می‌رسد", "2026-12-01"],
  ])("counts weeks from Monday in %s", (text, day) => {
    expect(eta(text)).toBe(day);
  });

  test.each([
    ["27日(金)に着く", "2026-11-27"],
    ["20日に着く", "2026-12-20"],
    ["来月10日に着く", "2026-12-10"],
    ["3日後に着く", "2026-11-28"],
    ["in ten days we dock", "2026-12-05"],
    ["через 3 дня прибудет", "2026-11-28"],
    ["今夜26時に着く", "2026-11-26"],
    ["15時間後に着く", "2026-11-26"],
    ["1月3日に着く", "2027-01-03"],
  ])("takes %s for the next day it can mean", (text, day) => {
    expect(eta(text)).toBe(day);
  });

  test("a day is counted in Tokyo, whatever the offset it was received with", () => {
    expect(eta("arrives tomorrow", "2026-11-25T20:00:00Z")).toBe("2026-11-27");
  });

  test.each([
    "24/7 で売っています",
    "090-0012-0512 に電話",
    "AWB 176-12051206 の荷物",
    "四日市の倉庫に隠してある",
    "3号倉庫に隠してある",
    "20日間ここにいます",
    "重さは 3.12 kg です",
    "품번 12-05-77",
    "毎週金曜に売っている",
  ])("finds no day of arrival in %s", (text) => {
    expect(eta(text)).toBeNull();
  });
});

describe("urgency", () => {
  test.each([
    ["明日着く", "now"],
    ["来週着く", "soon"],
    ["来月着く", "later"],
    ["倉庫に隠してある", "undated"],
    ["去年の夏に港で見た", "past"],
    ["昔やっていたが、もうやめた", "past"],
    ["先週着いて、いまも家に置いてある", "undated"],
  ])("of %s is %s", (text, expected) => {
    expect(urgency(text)).toBe(expected);
  });

  test("goods being unloaded as the teller writes are due now, today", () => {
    const finding = resolveTime("いま目の前で船から袋を降ろしています", RECEIVED);
    expect(finding).toMatchObject({ urgency: "now", eta: "2026-11-25", inProgress: true });
  });

  test("what has come this morning is urgent but has no day of arrival any more", () => {
    expect(resolveTime("今朝、成田に着いた男が部屋にいます", RECEIVED)).toMatchObject({
      urgency: "now",
      eta: null,
    });
  });

  test("a day on which something was only heard does not make it due that day", () => {
    expect(eta("今日聞いた話ですが、金曜に船が着くそうです")).toBe("2026-11-27");
  });

  test("a weekday beside words of the past is the one before", () => {
    const [mention] = resolveTime("I saw them on Friday", RECEIVED).mentions;
    expect(resolveTime("I saw them on Friday", RECEIVED).eta).toBeNull();
    expect(mention?.evidence).toBe("Friday");
  });
});

describe("calendars", () => {
  test("the Persian calendar agrees with the one the runtime ships, for sixty years", () => {
    const format = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
      timeZone: "UTC",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    for (let year = 1380; year < 1440; year += 1) {
      const day = fromPersian({ year, month: 1 + (year % 12), day: 1 + (year % 29) });
      const parts = Object.fromEntries(
        format
          .formatToParts(new Date(day * 86_400_000))
          .map(({ type, value }) => [type, Number.parseInt(value, 10)]),
      );
      expect([parts.year, parts.month, parts.day]).toEqual([year, 1 + (year % 12), 1 + (year % 29)]);
    }
  });

  test("an instant that is none gives an undated finding", () => {
    expect(tokyoDay("yesterday-ish")).toBeNull();
    expect(resolveTime("明日着く", "not a date")).toEqual({
      urgency: "undated",
      eta: null,
      mentions: [],
      today: "",
      inProgress: false,
    });
  });
});

describe("on any text", () => {
  test("never throws, and every mention quotes the text at its span", () => {
    const scraps = fc.constantFrom(
      "明日",
      "12月",
      "5",
      "/",
      "next ",
      "Friday",
      " ",
      "ngày ",
      "tháng ",
      "来週",
      "火曜",
      "の",
      "日",
      "٣",
      "۵",
      "आज",
      "Ｆ",
      "é",
      "\u200b",
      "令和",
      "後",
      "ago",
      "in ",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(scraps).map((parts) => parts.join("")),
        ),
        (text) => {
          const finding = resolveTime(text, RECEIVED);
          for (const { span, evidence, from, to } of finding.mentions) {
            expect(text.slice(span[0], span[1])).toBe(evidence);
            expect((from ?? "") <= (to ?? "")).toBe(true);
          }
          if (finding.eta !== null) expect(finding.eta).toMatch(/^\d{4}-\d\d-\d\d$/);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a date written in full is found whatever stands before and behind it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.string(), (ahead, noise) => {
        const day = toIso((tokyoDay(RECEIVED)?.day ?? 0) + ahead);
        const [year, month, date] = day.split("-").map(Number);
        const found = resolveTime(`${noise}。 ${year}年${month}月${date}日 。`, RECEIVED).mentions;
        expect(found.some(({ from }) => from === day)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each(["1/2/", "月月火水木金金", "の", "1 ", "now unloading ", "the 3rd of ", "來週"])(
    "long texts of the worst kind (%s) take time in step with their length",
    (piece) => {
      expect(growthOf((text) => resolveTime(text, RECEIVED), piece)).toBeLessThan(MOST_GROWTH);
    },
  );
});
