import { expect, it } from "vitest";
import { withUnbrokenNegation } from "../../src/i18n/unbroken.ts";

it("holds a Burmese verb to the letter that negates it, so that no line ends between them", () => {
  expect(withUnbrokenNegation("<p>နာမည် မလိုပါ။</p>")).toBe("<p>နာမည် မ\u2060လိုပါ။</p>");
  expect(withUnbrokenNegation("<li>မထိပါနဲ့၊ မဖွင့်ပါနဲ့</li>")).toBe("<li>မ\u2060ထိပါနဲ့၊ မ\u2060ဖွင့်ပါနဲ့</li>");
});

it.each([
  "<p>မက်ဆေ့ချ်၊ မှောင်ခို၊ မူးယစ်ဆေး၊ မြန်မာ</p>",
  '<button title="မလိုပါ">ပို့ရန်</button>',
  "<title>မလိုပါ</title>",
  '<textarea name="text">မသိပါ</textarea>',
  '<script type="application/json">["မသိပါ"]</script>',
])("leaves %s as it is: other letters, attributes, and what a person typed", (html) => {
  expect(withUnbrokenNegation(html)).toBe(html);
});
