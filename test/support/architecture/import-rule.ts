import { importsOf, type Source, targetOf } from "./source.ts";

// The import rule of functions/README.md: who may know whom. The first room whose `files` match a path holds it.

type Room = {
  name: string;
  files: RegExp;
  /** Paths it may import besides its own files; `types` only as types. */
  may: readonly RegExp[];
  types?: readonly RegExp[];
  /** Packages it may import; undefined means any. */
  packages?: RegExp;
};

const DOMAIN = /^functions\/domain\//;
const SERVICE = /^functions\/service\//;
const TWILIO = /^functions\/twilio\//;
const CONTENT = /^content\//;
const PORTS = [/^functions\/service\/(.+\/)?(ports|worker-ports|context|actor)\.ts$/];
/** The typed errors that adapters throw and doors map are part of what a port promises. */
const ERRORS = /^functions\/service\/errors\.ts$/;
const PURE = /^(zod|libphonenumber-js(\/.*)?)$/;

const adapter = (name: string, files: RegExp): Room => ({ name, files, may: [DOMAIN, ERRORS], types: PORTS });

const channel = (name: string, more: readonly RegExp[] = []): Room => ({
  name: `channels/${name}`,
  files: new RegExp(`^functions/channels/${name}/`),
  may: [DOMAIN, SERVICE, CONTENT, /^functions\/channels\/[\w-]+\.ts$/, ...more],
});

export const ROOMS: readonly Room[] = [
  {
    name: "domain/identifiers/phone",
    files: /^functions\/domain\/identifiers\/phone/,
    may: [DOMAIN],
    packages: PURE,
  },
  { name: "domain", files: DOMAIN, may: [], packages: /^zod$/ },
  // Digests are pure; randomness is injected all the same.
  { name: "service", files: SERVICE, may: [DOMAIN], packages: /^(zod|node:crypto)$/ },
  adapter("store", /^functions\/store\//),
  adapter("vault", /^functions\/vault\//),
  adapter("journal", /^functions\/journal\//),
  adapter("translate", /^functions\/translate\//),
  adapter("notifications", /^functions\/notifications\//),
  // Jobs are enqueued in the transaction of the change that needs them, so the queue knows the store's types.
  {
    ...adapter("jobs/queue", /^functions\/jobs\/queue/),
    types: [...PORTS, /^functions\/store\/(enqueue|schema)\.ts$/],
  },
  adapter("twilio", TWILIO),
  channel("web"),
  channel("voice", [TWILIO]),
  channel("sms", [TWILIO]),
  channel("partner"),
  { name: "staff", files: /^functions\/staff\//, may: [DOMAIN, SERVICE, CONTENT] },
  {
    name: "desk pages",
    files: /^src\/(pages|components|layouts)\/(staff|desk)\//,
    may: [/^src\//, DOMAIN, SERVICE, CONTENT],
    types: [/^functions\/staff\//],
  },
  { name: "public pages", files: /^src\//, may: [DOMAIN, CONTENT] },
];

/** Every import that crosses a wall, as `file imports target: room may not`. */
export function importViolations(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const room = ROOMS.find(({ files }) => files.test(source.path));
    if (!room) return [];
    return importsOf(source)
      .filter(({ specifier, typeOnly }) => !allowed(room, source.path, specifier, typeOnly))
      .map(({ specifier }) => `${source.path} imports ${specifier}: ${room.name} may not`);
  });
}

function allowed(room: Room, path: string, specifier: string, typeOnly: boolean): boolean {
  const target = targetOf(path, specifier);
  if (target === undefined) return room.packages === undefined || room.packages.test(specifier);
  const may = typeOnly ? [...room.may, ...(room.types ?? [])] : room.may;
  return room.files.test(target) || may.some((rule) => rule.test(target));
}

/** Every circle of imports, each once, as `a -> b -> a`; types count too, as they tie files together as much. */
export function importCircles(sources: readonly Source[]): string[] {
  const graph = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source).flatMap(({ specifier }) => targetOf(source.path, specifier) ?? []),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) circles.push([...trail.slice(start), path].join(" -> "));
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) if (graph.has(next)) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return circles;
}
