import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPlaces } from "../../../functions/domain/routing/find-places.ts";
import { municipalities } from "../../../functions/domain/routing/gazetteer/municipalities.ts";
import { prefectures } from "../../../functions/domain/routing/gazetteer/prefectures.ts";
import { growthOf, MOST_GROWTH } from "../../support/growth.ts";

const japanese = (text: string) => findPlaces(text).filter(({ kind }) => kind !== "foreign");
const codes = (text: string) => [...new Set(japanese(text).flatMap(({ code }) => code ?? []))];

const order = prefectures.map(({ id }) => id);

/** All 47 prefectures from Hokkaido to Okinawa, as newspapers of each language write them. */
const names = {
  "zh-Hans":
    "北海道 青森县 岩手县 宫城县 秋田县 山形县 福岛县 茨城县 枥木县 群马县 埼玉县 千叶县 东京都 神奈川县 新潟县 富山县 石川县 福井县 山梨县 长野县 岐阜县 静冈县 爱知县 三重县 滋贺县 京都府 大阪府 兵库县 奈良县 和歌山县 鸟取县 岛根县 冈山县 广岛县 山口县 德岛县 香川县 爱媛县 高知县 福冈县 佐贺县 长崎县 熊本县 大分县 宫崎县 鹿儿岛县 冲绳县",
  "zh-Hant":
    "北海道 青森縣 岩手縣 宮城縣 秋田縣 山形縣 福島縣 茨城縣 櫪木縣 群馬縣 埼玉縣 千葉縣 東京都 神奈川縣 新潟縣 富山縣 石川縣 福井縣 山梨縣 長野縣 岐阜縣 靜岡縣 愛知縣 三重縣 滋賀縣 京都府 大阪府 兵庫縣 奈良縣 和歌山縣 鳥取縣 島根縣 岡山縣 廣島縣 山口縣 德島縣 香川縣 愛媛縣 高知縣 福岡縣 佐賀縣 長崎縣 熊本縣 大分縣 宮崎縣 鹿兒島縣 沖繩縣",
  ko: "홋카이도 아오모리 이와테 미야기 아키타 야마가타 후쿠시마 이바라키 도치기 군마 사이타마 지바 도쿄 가나가와 니가타 도야마 이시카와 후쿠이 야마나시 나가노 기후현 시즈오카 아이치 미에현 시가현 교토 오사카 효고 나라현 와카야마 돗토리 시마네 오카야마 히로시마 야마구치 도쿠시마 가가와 에히메 고치현 후쿠오카 사가현 나가사키 구마모토 오이타 미야자키 가고시마 오키나와",
  ru: "Хоккайдо Аомори Иватэ Мияги Акита Ямагата Фукусима Ибараки Тотиги Гумма Сайтама Тиба Токио Канагава Ниигата Тояма Исикава Фукуи Яманаси Нагано Гифу Сидзуока Айти Миэ Сига Киото Осака Хёго Нара Вакаяма Тоттори Симанэ Окаяма Хиросима Ямагути Токусима Кагава Эхимэ Коти Фукуока Сага Нагасаки Кумамото Оита Миядзаки Кагосима Окинава",
  th: "ฮอกไกโด อาโอโมริ อิวาเตะ มิยางิ อากิตะ ยามางาตะ ฟุกุชิมะ อิบารากิ โทจิงิ กุมมะ ไซตามะ ชิบะ โตเกียว คานางาวะ นีงาตะ โทยามะ อิชิกาวะ ฟุกุอิ ยามานาชิ นางาโนะ กิฟุ ชิซูโอกะ ไอจิ มิเอะ จังหวัดชิงะ เกียวโต โอซากะ เฮียวโงะ จังหวัดนาระ วากายามะ ทตโตริ ชิมาเนะ โอกายามะ ฮิโรชิมะ ยามางูจิ โทกูชิมะ คางาวะ เอฮิเมะ จังหวัดโคจิ ฟูกูโอกะ จังหวัดซางะ นางาซากิ คูมาโมโตะ โออิตะ มิยาซากิ คาโงชิมะ โอกินาวะ",
  fa: "هوکایدو آئوموری ایواته میاگی آکیتا یاماگاتا فوکوشیما ایباراکی توچیگی گونما سایتاما چیبا توکیو کاناگاوا نیگاتا تویاما ایشیکاوا فوکوئی یاماناشی ناگانو گیفو شیزوئوکا آیچی میه شیگا کیوتو اوساکا هیوگو نارا واکایاما توتوری شیمانه اوکایاما هیروشیما یاماگوچی توکوشیما کاگاوا اهیمه کوچی فوکوئوکا ساگا ناگاساکی کوماموتو اوئیتا میازاکی کاگوشیما اوکیناوا",
  ne: "होक्काइडो आओमोरी इवाते मियागी अकिता यामागाता फुकुशिमा इबाराकी तोचिगी गुन्मा साइतामा चिबा टोकियो कानागावा निइगाता तोयामा इशिकावा फुकुइ यामानाशी नागानो गिफु शिजुओका आइची मिए शिगा क्योटो ओसाका ह्योगो नारामा वाकायामा तोत्तोरी शिमाने ओकायामा हिरोशिमा यामागुची तोकुशिमा कागावा एहिमे कोची फुकुओका सागामा नागासाकी कुमामोतो ओइता मियाजाकी कागोशिमा ओकिनावा",
} as const;

describe("the prefectures in the scripts of the line", () => {
  test.each(Object.entries(names))("all 47 are known in %s", (_language, list) => {
    const found = list.split(" ").map((name) => japanese(name)[0]?.prefecture ?? name);
    expect(found).toEqual(order);
  });

  test("all 47 are known in kanji, kana and Latin letters", () => {
    for (const { id, kanji, kana, suffix } of prefectures) {
      for (const form of [
        `${kanji}${suffix}`,
        `${kana}けん`,
        `${id.toUpperCase()}`,
        `${id[0]?.toUpperCase()}${id.slice(1)}-ken`,
      ]) {
        expect([form, japanese(suffix === "道" ? "ほっかいどう" : form)[0]?.prefecture]).toEqual([form, id]);
      }
    }
  });
});

describe("every municipality", () => {
  test("of Japan is known by its full name", () => {
    const lost: string[] = [];
    for (const line of municipalities.trim().split("\n")) {
      const [prefecture = "", suffix = "", ...items] = line.split(" ");
      const { kanji = "", suffix: unit = "" } = prefectures.find(({ id }) => id === prefecture) ?? {};
      for (const item of items) {
        const [written = ""] = item.split(":");
        const name = written.includes("/") ? `${written.replace("/", "市")}区` : written + suffix;
        const text = `${kanji}${unit}${name}の倉庫`;
        if (
          !japanese(text).some((place) => place.prefecture === prefecture && place.evidence.endsWith(suffix))
        )
          lost.push(text);
      }
    }
    expect(lost).toEqual([]);
  });
});

describe("a port or airport", () => {
  test.each([
    ["横浜港", "JPYOK"],
    ["博多港", "JPHKT"],
    ["名古屋港飛島ふ頭", "JPNGO"],
    ["大黒ふ頭", "JPYOK"],
    ["关西机场", "JPKIX"],
    ["中部国際空港", "JPNGO"],
    ["セントレア", "JPNGO"],
    ["那覇空港", "JPOKA"],
    ["那覇港", "JPNAH"],
    ["新千歳空港", "JPCTS"],
    ["the port of Tokyo", "JPTYO"],
    ["Kansai International Airport", "JPKIX"],
    ["cảng Hakata", "JPHKT"],
    ["sân bay Chubu", "JPNGO"],
    ["ท่าเรือโยโกฮาม่า", "JPYOK"],
    ["สนามบินฟุกุโอกะ", "JPFUK"],
    ["pantalan ng Kobe", "JPUKB"],
    ["pelabuhan Osaka", "JPOSA"],
    ["porto de Nagoya", "JPNGO"],
    ["puerto de Shimizu", "JPSMZ"],
    ["порт Отару", "JPOTR"],
    ["аэропорт Ханэда", "JPHND"],
    ["नारिता एयरपोर्टमा", "JPNRT"],
    ["ယိုကိုဟားမား ဆိပ်ကမ်း", "JPYOK"],
    ["بندر کوبه", "JPUKB"],
    ["فرودگاه ناریتا", "JPNRT"],
    ["하카타항", "JPHKT"],
    ["간사이 공항", "JPKIX"],
    ["よこはまこう", "JPYOK"],
    ["NRT", "JPNRT"],
  ])("%s is %s", (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  test("is not meant by the town of the same name", () => {
    expect(codes("横浜市の倉庫")).toEqual([]);
    expect(codes("東京港区のマンション")).toEqual([]);
    expect(codes("成田市の家")).toEqual([]);
    expect(codes("I live in Kobe")).toEqual([]);
  });

  test("is meant by the bare name where ships and flights arrive", () => {
    expect(codes("The vessel is due in Nagoya")).toEqual(["JPNGO"]);
    expect(codes("Llega a Narita una maleta")).toEqual(["JPNRT"]);
    expect(codes("the flight lands in Fukuoka")).toEqual(["JPFUK"]);
  });
});

describe("a name that may be something else", () => {
  test.each([
    ["山口さんという人"],
    ["横浜 300 あ 12-34 の車"],
    ["東京税関を名乗る電話"],
    ["大分前の話"],
    ["そうかもしれない"],
    ["見たことがある"],
    ["kami sudah lihat itu kita"],
    ["that date is mine"],
    ["toda la gente en uno"],
    ["일단 나라에서 하는 일"],
    ["神戸牛"],
    ["第八横浜丸"],
  ])("does not count in %s", (text) => {
    expect(japanese(text)).toEqual([]);
  });

  test("counts beside its prefecture", () => {
    expect(japanese("Aikawa, Kanagawa").map(({ name }) => name)).toContain("Aikawa");
    expect(japanese("三重の津").at(-1)?.prefecture).toBe("mie");
    expect(japanese("Fuchu, Hiroshima")[0]?.prefecture).toBe("hiroshima");
    expect(japanese("東京の府中")[1]?.prefecture).toBe("tokyo");
  });
});

describe("on any text", () => {
  test("never throws, and every place quotes the text at its span", () => {
    const scraps = fc.constantFrom(
      "横浜",
      "港",
      "Ōsaka",
      "-shi",
      " ",
      "東京",
      "都",
      "नारिता",
      "โตเกียว",
      "ＮＡＲＩＴＡ",
      "かも",
      "し",
      "é",
      "\u200b",
      "Нар",
      "ита",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(scraps).map((parts) => parts.join("")),
        ),
        (text) => {
          for (const { span, evidence } of findPlaces(text))
            expect(text.slice(span[0], span[1])).toBe(evidence);
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each(["tokyo ", "横浜港に着く", "aaaa", "北", "の", "kami kita "])(
    "long texts of the worst kind (%s) take time in step with their length",
    (piece) => {
      expect(growthOf(findPlaces, piece)).toBeLessThan(MOST_GROWTH);
    },
  );
});
