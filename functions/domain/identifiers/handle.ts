/** Account names on messaging and social services, as `service:@name`. */
import { type Normalised, normalise } from "../text/normalise.ts";
import { buildMatcher, type Match } from "../text/trie.ts";
import type { Claim } from "./claim.ts";
import { ACCOUNT_WORDS, EVERYDAY_NAMES, PLATFORM_LINKS, PLATFORM_NAMES } from "./platforms.ts";
import { spelledNameAt } from "./spelled-name.ts";

type Mention = { service: string; start: number; end: number; everyday: boolean };

const names = buildMatcher(
  Object.entries(PLATFORM_NAMES).flatMap(([service, words]) =>
    words.split("|").map((word) => ({
      form: normalise(word).folded,
      value: service,
      boundary: /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(word)
        ? true
        : /\p{Script=Hangul}/u.test(word)
          ? ("start" as const)
          : false,
    })),
  ),
);
const accountWords = ACCOUNT_WORDS.split("|").map((word) => normalise(word).folded);
const everyday = new Set([...EVERYDAY_NAMES].map((word) => normalise(word).folded));

function mentions(light: Normalised): Mention[] {
  return names(light.folded).flatMap((match: Match<string>) => {
    const [service] = match.values;
    if (!service) return [];
    const typed = light.text.slice(match.start, match.end);
    // LINE and X are typed in capitals when the brand is meant.
    const brand = typed.length > 1 && /^[A-Z]/.test(typed) && (typed !== "Line" || false);
    const around = light.text[match.start - 1] === "@" || light.text[match.end] === "@";
    return [
      {
        service,
        start: match.start,
        end: match.end,
        everyday: everyday.has(match.form) && !brand && !around,
      },
    ];
  });
}

const STOP = /[。!?।\n]|\. /;
const AT_NAME = /(?<![a-z0-9._%+-])@ ?([a-z0-9_][a-z0-9._-]{1,39})/g;
const BARE_NAME = /(?<![a-z0-9._@/%+-])[a-z][a-z0-9._-]{2,39}(?![a-z0-9@_])/g;
const NUMERIC_NAME = /(?<![a-z0-9._@/%+-])[1-9][0-9]{4,10}(?![a-z0-9@_-])/g;

function trimmed(name: string): string {
  return name.replace(/[._-]+$/, "");
}

/** The mention nearest to `[start, end)`: before it is better than behind it. */
function nearest(
  all: readonly Mention[],
  light: Normalised,
  start: number,
  end: number,
  back: number,
  ahead: number,
): Mention | undefined {
  let best: Mention | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.end ?? 0) < start - back) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < all.length; i++) {
    const mention = all[i];
    if (!mention || mention.start > end + ahead) break;
    const before = mention.end <= start;
    if (!before && mention.start < end) continue;
    const gap = before ? start - mention.end : mention.start - end;
    if (
      gap > (before ? back : ahead) ||
      (mention.everyday && gap > 8 && !hasAccountWord(light, mention.end, start))
    )
      continue;
    const between = before ? light.folded.slice(mention.end, start) : light.folded.slice(end, mention.start);
    if (STOP.test(between)) continue;
    const distance = before ? gap : gap + 10;
    if (distance < bestDistance) {
      best = mention;
      bestDistance = distance;
    }
  }
  return best;
}

function hasAccountWord(light: Normalised, from: number, to: number): boolean {
  if (to <= from || to - from > 40) return false;
  const between = light.folded.slice(from, to);
  return accountWords.some((word) => between.includes(word));
}

function claim(service: string, name: string, start: number, end: number, weight: number): Claim {
  return { type: "handle", value: `${service}:@${trimmed(name)}`, valid: true, start, end, weight };
}

function fromLinks(light: Normalised): Claim[] {
  const claims: Claim[] = [];
  const { folded } = light;
  if (!folded.includes("/")) return claims;
  for (const [link, service] of PLATFORM_LINKS) {
    for (let at = folded.indexOf(link); at >= 0; at = folded.indexOf(link, at + 1)) {
      if (at > 0 && /[a-z0-9-]/.test(folded[at - 1] ?? "")) continue;
      const from = at + link.length;
      const name = /^[@~]?([a-z0-9_][a-z0-9._-]{1,39})/.exec(folded.slice(from, from + 48));
      if (name?.[1]) claims.push(claim(service, name[1], at, from + trimmed(name[0]).length, 97));
    }
  }
  return claims;
}

function fromAtSigns(light: Normalised, all: readonly Mention[]): Claim[] {
  const claims: Claim[] = [];
  const services = new Set(all.filter((mention) => !mention.everyday).map((mention) => mention.service));
  const [only] = services.size === 1 ? services : [];
  for (const match of light.folded.matchAll(AT_NAME)) {
    const name = trimmed(match[1] ?? "");
    const end = match.index + match[0].length - ((match[1] ?? "").length - name.length);
    const service = nearest(all, light, match.index, end, 60, 40)?.service ?? only;
    if (service && name.length > 1) claims.push(claim(service, name, match.index, end, 94));
  }
  return claims;
}

function fromBareNames(light: Normalised, all: readonly Mention[]): Claim[] {
  const claims: Claim[] = [];
  for (const mention of all) {
    const from = Math.max(0, mention.start - 60);
    const window = light.folded.slice(from, mention.end + 50);
    const pattern = mention.service === "qq" ? NUMERIC_NAME : BARE_NAME;
    for (const match of window.matchAll(pattern)) {
      const name = trimmed(match[0]);
      const start = from + match.index;
      const end = start + name.length;
      if (start < mention.end && end > mention.start) continue;
      const before = start >= mention.end;
      const gap = before ? start - mention.end : mention.start - end;
      if (gap > (before ? 24 : 14)) continue;
      const shaped = /[0-9_]/.test(name) && !/\.(?:com|net|jp|org|me|example)$/.test(name);
      const introduced =
        before &&
        hasAccountWord(light, mention.end, start) &&
        gap <= 14 &&
        /[:=はisのé는은] ?"?$|^ ?(?:id|アカウント|账号|아이디|ไอดี)[ :]{0,2}$/.test(
          light.folded.slice(mention.end, start),
        );
      if (mention.service !== "qq" && !shaped && !(introduced && !mention.everyday)) continue;
      if (mention.everyday && !hasAccountWord(light, mention.end, start)) continue;
      if (nearest(all, light, start, end, 30, 20) !== mention) continue;
      const between = before
        ? light.folded.slice(mention.end, start)
        : light.folded.slice(end, mention.start);
      if (STOP.test(between) || /@/.test(between)) continue;
      claims.push(claim(mention.service, name, start, end, 68));
    }
  }
  return claims;
}

function fromSpelling(light: Normalised, all: readonly Mention[]): Claim[] {
  const claims: Claim[] = [];
  for (const mention of all) {
    const spelled = spelledNameAt(light, mention.end);
    if (spelled) claims.push(claim(mention.service, spelled.name, spelled.start, spelled.end, 69));
  }
  return claims;
}

/**
 * Finds account names: links, `@name` with a service named nearby, names that look like one right beside a service's
 * name, and names spelled out aloud behind it. In lower case; values like `telegram:@name`.
 */
export function findHandles(light: Normalised): Claim[] {
  const all = mentions(light);
  return [
    ...fromLinks(light),
    ...fromAtSigns(light, all),
    ...fromBareNames(light, all),
    ...fromSpelling(light, all),
  ];
}
