/** Vessels called by name, for the match with ship entries; names are no identifiers of the verdict. */
import { type Normalised, normalise } from "../text/normalise.ts";
import type { Span } from "../triage/verdict.ts";

/** A vessel called by name; `name` is normalised (第八海宝丸, SUN HARBINGER), without M/V and the like. */
export type VesselName = { name: string; evidence: string; span: Span };

const SHIP_JA =
  "船名は?|船の名前は|貨物船|漁船|タンカー|客船|ヨット|釣り船|本船|相手の?船|その船|船|フェリー|コンテナ船|トロール船";
const SHIP_ABROAD =
  "vessel|ship|boat|trawler|tanker|freighter|carrier|ferry|yacht|reefer|barge|buque|barco|pesquero|navio|cargueiro|kapal|barko|bapor|tàu|thuyền|судно|судна|траулер|теплоход|танкер|сухогруз|корабль|хөлөг|선박|어선|화물선|배|货轮|貨輪|货船|貨船|渔船|漁船|เรือ|जहाज|کشتی|သင်္ဘော|កប៉ាល់";
/** Small words between the word for a ship and its name. */
const CALLED =
  "(?: ?(?:is|was|are|the|called|named|name|us|our|de|del|do|da|se|llama|llamado|nombre|chamado|nome|bernama|namanya|nama|yang|tên|là|tên là|ang|na|pangalan|под|названием|называется|имя|이름은|이름|ชื่อ|名は|は|が|という|いう|叫|名叫|名为|名為|नाम|به نام|[:：])){0,4} ?";
const QUOTED = "[\"'«„「『《]([^\"'»”」』》\\n]{2,40})[\"'»”」』》]";
const LETTER = "[\\p{Script=Latin}\\p{Script=Cyrillic}']";
const WORD = `(?:\\p{Lu}${LETTER}{1,15}|[0-9]{1,3})(?![\\p{L}0-9'-])`;
const WORDS = `(${WORD}(?: (?:${WORD}|of|[A-Z]\\.?|No\\.? ?[0-9]{1,3})(?![\\p{L}-])){0,4})`;
/** The same words with a capital: at the start of a sentence, or in a headline. */
const TITLED = SHIP_ABROAD.split("|")
  .flatMap((word) => [word, (word[0] ?? "").toUpperCase() + word.slice(1)])
  .join("|");

const PATTERNS: readonly RegExp[] = [
  // 第八海宝丸, 海宝丸, さくら丸
  /(第[0-9〇一二三四五六七八九十百]{1,5}(?:[\p{Script=Han}\p{Script=Katakana}ー]{1,7}|[ぁ-んー]{2,7})丸)/gu,
  /(?<![\p{Script=Han}\p{Script=Katakana}ー])([\p{Script=Han}\p{Script=Katakana}ー]{2,7}丸)(?=$|[^\p{Script=Han}ごめいくっみ]|号)/gu,
  /(?<=^|[^ぁ-ん]|[のはがと「])([ぁ-んー]{2,6}丸)(?=$|[^\p{Script=Han}ぁ-ん]|[がはのにをとでか号])/gu,
  // M/V Sun Harbinger
  new RegExp(`(?<![A-Za-z])(?:M/?V|M\\.V\\.|M/?T|F/?V|S/?S|M/?S|T/?B|KM|KMP|FB)\\.? ?["']?${WORDS}`, "gu"),
  // Kaiho Maru No. 8
  /(?<![A-Za-z])((?:(?:No\.? ?[0-9]{1,3}|Dai-?[a-z]{2,9}|[A-Z][A-Za-z-]{1,15}) ){1,3}M(?:aru|ARU)(?: No\.? ?[0-9]{1,3})?)(?![A-Za-z])/g,
  new RegExp(`(?:${SHIP_JA}) ?(?:名|の名前)?(?:は|が|の)? ?(?:${QUOTED}|${WORDS})`, "gu"),
  new RegExp(`(?<![A-Za-z])(?:${TITLED})${CALLED}(?:${QUOTED}|${WORDS})`, "gu"),
  // カルデラスターいう貨物船, 「サンライズ」号
  /([ァ-ヶー・]{3,20})(?:号)?(?:と?いう|とかいう)(?:名前の)?(?:貨物|漁|客|コンテナ|釣り)?(?:船|ヨット|タンカー|フェリー)/gu,
  /["「『《]([^"」』》\n]{2,20})["」』》](?:号|號|轮|輪)/gu,
  // 제7해성호
  /(?<![가-힣])((?:제 ?[0-9]{1,3} ?)?[가-힣]{2,7}호)(?=라는|라고|이라|에|가|는|를|로|의|[^가-힣]|$)/gu,
];
/** Words in 丸 and 호 that are no ships. */
const NOT_SHIPS =
  /^(?:.*(?:摇头|搖頭|药|藥)丸|一丸|弾丸|銃丸|砲丸|睾丸|本丸|花丸|二重丸|烏丸|丸丸|真丸|번호|.{0,6}번호|.{0,3}(?:신호|보호|간호|구호|암호|기호|선호|옹호|변호|수호|전화번호|호호))$/u;

/** Case matters in a Latin name: a word for ship and a small word behind it name nothing. */
function isName(name: string): boolean {
  if (
    NOT_SHIPS.test(name) ||
    /^(?:IMO|MMSI|AIS|GPS|ETA|ETD|AWB|LINE|No|The|A|An|On|In|At|From|To|It|I|We|They|He|She|And|But|My|Our)(?:[ .]|$)/.test(
      name,
    )
  )
    return false;
  return /\p{L}/u.test(name) && !/^[a-z]/.test(name);
}

/** 漁船のさくら丸: 1 when the name opens with the particle that ties it to the word before. */
function particleOf(name: string, before: string | undefined): number {
  return /^[のはがと][ぁ-んー]{2,}丸$/.test(name) &&
    before !== undefined &&
    /[\p{Script=Han}ァ-ヶー]/u.test(before)
    ? 1
    : 0;
}

/**
 * Finds vessels called by name in a text, once each, in order: 第○○丸, M/V X, X Maru, and names that stand behind a word
 * for a ship in quotes or capitals.
 * @param text the original words
 * @param light `normalise(text)`, when it is at hand
 */
export function findVesselNames(text: string, light: Normalised = normalise(text)): VesselName[] {
  const found: { name: string; start: number; end: number }[] = [];
  for (const pattern of PATTERNS) {
    for (const match of light.text.matchAll(pattern)) {
      let name = (match[1] ?? match[2] ?? "").trim();
      const particle = particleOf(name, light.text[match.index - 1]);
      const start = match.index + match[0].lastIndexOf(name) + particle;
      name = name.slice(particle);
      if (name === "" || !isName(name)) continue;
      const end = start + name.length;
      if (!found.some((other) => other.start < end && start < other.end)) found.push({ name, start, end });
    }
  }
  const names = new Map<string, VesselName>();
  for (const { name, start, end } of found.sort((a, b) => a.start - b.start)) {
    const span = light.toOriginal(start, end);
    if (!names.has(name)) names.set(name, { name, evidence: text.slice(...span), span });
  }
  return [...names.values()];
}
