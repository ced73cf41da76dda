/** Exact times in digits, and ways to reach someone. Times in words are phrases of each language's own file. */

/** Zero of the digits of Arabic, Persian, Nepali, Thai, Burmese and Khmer; each one's nine follow it. */
const zeros = [0x660, 0x6f0, 0x966, 0xe50, 0x1040, 0x17e0];

/** The same text, of the same length, with every digit as 0 to 9: `asciiDigits("ساعت ۱۰")` → `"ساعت 10"`. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = zeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/** What to find, and what may not, or must, stand right before it. Older phones cannot read a look-behind. */
export interface Look {
  find: RegExp;
  notAfter?: RegExp;
  after?: RegExp;
}

const digit = /\d$/u;
const wordPart = /[\d\p{L}\p{M}]$/u;

export const times: readonly Look[] = [
  { find: /([01]?\d|2[0-3]):[0-5]\d(?!\d)/gu, notAfter: digit },
  { find: /\d{1,2}([:.]\d\d)?\s?[ap]\.?m(?!\p{L})/giu, notAfter: wordPart },
  // 10時 and 10시, but no length of time; 点 counts things as well, so something must show that it is the clock.
  { find: /\d{1,2}\s?(時|时)(?!間|间|期|代)/gu, notAfter: digit },
  { find: /\d{1,2}\s?[点點](?=半|钟|鐘|整|多|左右|\d)/gu, notAfter: digit },
  { find: /\d{1,2}\s?[点點]/gu, after: /[天日号號午晨晚夜早上]\s?$/u },
  { find: /\d{1,2}\s?시(?!간)/gu, notAfter: digit },
  // 22h30 and 22ч; 10g30 only with its minutes, because 10g is a weight.
  { find: /([01]?\d|2[0-3])\s?([hч]([0-5]\d)?|g[0-5]\d)(?![\p{L}\d])/giu, notAfter: wordPart },
  { find: /\d{1,2}([.:]\d\d)?\s?(giờ|час|цаг|น\.|นาฬิกา|โมง|ทุ่ม|នាឡិកា|နာရီ|बजे)/giu, notAfter: digit },
  { find: /(jam|pukul|às|a las|a la|ساعت|lúc|alas)[\s-]?\d{1,2}(?![\d\p{L}])/giu, notAfter: wordPart },
  { find: /ម៉ោង\s?\d{1,2}(?!\d)/gu },
];

export const contacts: readonly Look[] = [
  { find: /[\w.+-]+@[\w-]+\.[\w.]+/gu },
  { find: /\+?\d[\d\s-]{8,14}\d(?!\d)/gu, notAfter: digit },
];
