/**
 * Burmese says "not" by မ before the verb, in one word with it. Browsers may end a line after that letter, and the next
 * line then says the opposite: "needed" for "not needed". A word joiner (U+2060) holds the two together.
 */
const piece = /<(textarea|script|title)\b[\s\S]*?<\/\1>|<(?:[^"'>]|"[^"]*"|'[^']*')*>|[^<]+/g;
/** The bare letter, where the next one begins a syllable of its own: not in မက်, where it closes this one. */
const prefix = /မ(?=[က-အ](?!\u1037?[\u1039\u103a]))/gu;

/** `<p>နာမည် မလိုပါ</p>` → the same with U+2060 between မ and လိုပါ; attributes and what a person typed stay as they are. */
export function withUnbrokenNegation(html: string): string {
  return html.replace(piece, (part) => (part.startsWith("<") ? part : part.replace(prefix, "$&\u2060")));
}
