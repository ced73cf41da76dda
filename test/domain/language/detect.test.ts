import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../functions/domain/language/detect.ts";
import { Lang } from "../../../functions/domain/triage/verdict.ts";

describe("the language of a report", () => {
  it.each([
    ["ja", "港の倉庫に変な箱がたくさんあります"],
    ["ja", "わたし にほんご すこし だけ です。はこ あやしい"],
    ["en", "there is a strange boat near the pier every night"],
    ["zh-Hans", "码头的仓库里有很多奇怪的箱子,我不知道里面是什么"],
    ["zh-Hant", "碼頭的倉庫裡有很多奇怪的箱子,我不知道裡面是什麼"],
    ["ko", "부두 창고에 이상한 상자가 많이 있어요"],
    ["vi", "trong kho ở cảng có nhiều thùng lạ lắm"],
    ["vi", "trong kho o cang co nhieu thung la lam, toi khong biet cua ai"],
    ["th", "ในโกดังที่ท่าเรือมีกล่องแปลก ๆ เยอะมาก"],
    ["fil", "may mga kakaibang kahon po sa bodega sa pantalan"],
    ["id", "di gudang pelabuhan ada banyak kotak yang aneh"],
    ["pt-BR", "tem muita caixa estranha no armazém do porto, não sei de quem é"],
    ["es", "hay muchas cajas raras en el almacén del puerto y no sé de quién son"],
    ["ru", "на складе в порту стоят странные ящики"],
    ["ne", "बन्दरगाहको गोदाममा अनौठा बाकसहरू छन्"],
    ["my", "ဆိပ်ကမ်းဂိုဒေါင်မှာ ထူးဆန်းတဲ့ သေတ္တာတွေ ရှိတယ်"],
    ["fa", "در انبار بندر جعبه‌های عجیبی هست"],
    ["km", "នៅក្នុងឃ្លាំងកំពង់ផែមានប្រអប់ចម្លែកជាច្រើន"],
    ["mn", "боомтын агуулахад сонин хайрцагнууд байна гэж сонслоо"],
  ])("is told as %s", (lang, text) => {
    expect(detectLanguage(text)).toBe(lang);
  });

  it("is not changed by a code, an account or a quoted word of another script", () => {
    expect(detectLanguage("my roommate sells シャブ in the dorm, his LINE is taro_0031")).toBe("en");
    expect(detectLanguage("コンテナ CSQU3054383 が MAERSK EXAMPLE で着きます")).toBe("ja");
  });

  it("has an answer for any text at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        Lang.parse(detectLanguage(text));
      }),
    );
  });
});
