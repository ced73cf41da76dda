/** E-mail addresses: the common subset of RFC 5321 (unquoted local part, dotted domain). */
import type { Normalised } from "../text/normalise.ts";
import type { Claim } from "./claim.ts";
import { PLATFORM_NAMES } from "./platforms.ts";

const ADDRESS =
  /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63} ?@ ?(?:[a-z0-9](?:[a-z0-9-]{0,62}\.)){1,8}[a-z]{2,24}(?![a-z0-9-])/g;

const SERVICES: ReadonlySet<string> = new Set(
  Object.values(PLATFORM_NAMES).flatMap((names) => names.split("|")),
);

const AT = "\\[at\\]|\\(at\\)|アットマーク|アット|あっと|at|arroba|собака|골뱅이|a còng|艾特|แอด|et";
const DOT = "\\[dot\\]|\\(dot\\)|ドット|どっと|dot|punto|ponto|точка|점|닷|点|點|chấm|titik|จุด";
const JOINT = `${DOT}|underscore|アンダーバー|アンダースコア|guion bajo|underline|dash|hyphen|ハイフン`;
const SPOKEN = new RegExp(
  `(?<![a-z0-9._@-])([a-z0-9][a-z0-9._-]{0,40}(?: ?(?:${JOINT}) ?[a-z0-9._-]{1,40}){0,4}) ?(?:${AT}) ?` +
    `([a-z0-9][a-z0-9-]{0,40}(?: ?(?:${DOT}|\\.) ?[a-z0-9-]{1,40}){1,4})(?![a-z0-9])`,
  "g",
);
/** Endings an address said aloud may have; without them "at Narita dot" would be one. */
const ENDINGS =
  /\.(?:com|net|org|info|biz|jp|cn|hk|tw|kr|vn|th|id|ph|br|mx|pe|co|ru|su|np|mm|ir|kh|mn|io|me|app|example|test)$/;
const joints = new RegExp(` ?(?:${DOT}) ?`, "g");

function collapse(part: string): string {
  return part
    .replace(joints, ".")
    .replace(/ ?(?:underscore|アンダーバー|アンダースコア|guion bajo|underline) ?/g, "_")
    .replace(/ ?(?:dash|hyphen|ハイフン) ?/g, "-")
    .replace(/ /g, "");
}

/**
 * Finds e-mail addresses, also said aloud ("info at firm dot example") or masked ("info[at]firm.example").
 * @returns claims whose value is the address in lower case
 */
export function findEmails(light: Normalised): Claim[] {
  const claims: Claim[] = [];
  const { folded } = light;
  if (folded.includes("@")) {
    for (const match of folded.matchAll(ADDRESS)) {
      const value = match[0].replaceAll(" ", "");
      // "Facebook @tuan.biker" is an account, not the address of someone called Facebook.
      const [service = ""] = match[0].split("@");
      const isAccount = service.endsWith(" ") && SERVICES.has(service.trim());
      if (!isAccount && !value.includes(".."))
        claims.push({
          type: "email",
          value,
          valid: true,
          start: match.index,
          end: match.index + match[0].length,
          weight: 98,
        });
    }
  }
  for (const match of folded.matchAll(SPOKEN)) {
    const value = `${collapse(match[1] ?? "")}@${collapse(match[2] ?? "")}`;
    if (!ENDINGS.test(value) || value.includes("..")) continue;
    claims.push({
      type: "email",
      value,
      valid: true,
      start: match.index,
      end: match.index + match[0].length,
      weight: 97,
    });
  }
  return claims;
}
