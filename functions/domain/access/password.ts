/** Rules for an officer's password, after NIST SP 800-63B section 5.1.1.2: long, not obvious, no other demands. */

export const passwordLength = { least: 12, most: 128 } as const;

export type PasswordFault = "empty" | "too_short" | "too_long" | "too_common";

/** Long enough, and yet the first ones anybody would try. */
const stems = [
  "password",
  "passw0rd",
  "qwerty",
  "shirokuro",
  "customs",
  "zeikan",
  "letmein",
  "welcome",
  "admin",
];

/**
 * Why a password will not do, or null. `own` are the officer's name and address.
 * `"aaaaaaaaaaaaaa"` and `"password1234"` are `too_common`; `"harbour lights at dusk"` is fine.
 */
export function checkPassword(password: string, own: readonly string[]): PasswordFault | null {
  if (password === "") return "empty";
  const length = [...password].length;
  if (length < passwordLength.least) return "too_short";
  if (length > passwordLength.most) return "too_long";
  const plain = password.normalize("NFKC").toLowerCase();
  if (new Set(plain).size < 5) return "too_common";
  if (isRun(plain)) return "too_common";
  const obvious = [...stems, ...own.flatMap(ownWords)];
  const rest = obvious.reduce((left, stem) => left.replaceAll(stem, ""), plain).replace(/[\d\W_]/g, "");
  return rest.length < 3 ? "too_common" : null;
}

function ownWords(words: string): string[] {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3);
}

/** `abcdefghijkl`, `123456789012`: every character next to the one before it. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).filter((code, at) => [1, -1, -9].includes(code - (codes[at] ?? 0)));
  return steps.length >= codes.length - 2;
}
