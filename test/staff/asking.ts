import { routePermits } from "../../functions/staff/route-permits.ts";
import { type DeskRoute, deskRoutes } from "../support/desk-routes.ts";
import type { Browser } from "./browser.ts";
import { staffUrl, type TestDesk, testDesk } from "./desk.ts";
import { type LaidTip, layTips } from "./laid-tips.ts";

export const routes = deskRoutes().filter(({ path }) => path.startsWith("/staff/"));
export const guarded = routes.filter(({ key }) => routePermits[key] !== "anyone");
export const isApi = ({ path }: Pick<DeskRoute, "path">) => path.startsWith("/staff/api/");

export const cookiesOf = ({ cookies }: Browser) => ({
  cookie: [...cookies].map((pair) => pair.join("=")).join("; "),
});

/** Without what differs by itself: the request's name, the moment, and the address that was asked. */
export function plain(body: string): string {
  return body.replaceAll(/"(requestId|now|path)":"(?:[^"\\]|\\.)*"/g, '"$1"');
}

const form = {
  version: "0",
  reason: "because",
  text: "words",
  band: "A",
  name: "view",
  action: "take",
  back: "/staff/",
};

export interface AskedDesk {
  desk: TestDesk;
  /** One tip that every address names; it lies in Tokyo, assigned. */
  tip: LaidTip;
  addressOf(route: DeskRoute, id?: string): string;
  /** Asks as a browser or a program with these headers would; a JSON address gets JSON, any other a form. */
  ask(
    route: DeskRoute,
    headers?: Record<string, string>,
    more?: { method?: string; id?: string; csrf?: string; fields?: Record<string, string> },
  ): Promise<Response>;
  /** Everything in the database that asking could change, whichever tables there are. */
  state(): Promise<unknown>;
}

/** A desk on which every address can be asked, right or wrong, by anyone. */
export async function askedDesk(): Promise<AskedDesk> {
  const desk = await testDesk();
  const { tips, lay } = await layTips(desk);
  const tip = tips.find(({ state, region }) => state === "assigned" && region === "tokyo");
  if (!tip) throw new Error("no such tip was laid");
  await lay(tip);
  const addressOf = ({ key, path }: DeskRoute, id?: string) => {
    const who = routePermits[key];
    const of = typeof who === "object" ? who.of : undefined;
    const known = of === "evidence" ? tip.evidence : tip.id;
    return path.replace(":id", encodeURIComponent(id ?? known)).replace(":action", "take");
  };
  return {
    desk,
    tip,
    addressOf,
    async ask(route, headers = {}, more = {}) {
      const method = more.method ?? route.method;
      const fields = { ...form, tip: `${tip.id}:0`, ...more.fields, csrf: more.csrf ?? "" };
      const withBody = method !== "GET" && method !== "HEAD";
      return desk.app.request(`${staffUrl}${addressOf(route, more.id)}`, {
        method,
        headers: { ...(withBody && isApi(route) ? { "content-type": "application/json" } : {}), ...headers },
        ...(withBody ? { body: isApi(route) ? JSON.stringify(fields) : new URLSearchParams(fields) } : {}),
      });
    },
    async state() {
      const tables = await desk.owner.pool.query(
        "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth') order by 1",
      );
      const digests = tables.rows.map(({ name }) =>
        // A session that is used is carried on, and that a token was used is written down.
        name === "auth.session"
          ? `select '${name}' as name, md5(string_agg(id, ' ' order by id)) as digest from ${name}`
          : name === "auth.api_tokens"
            ? `select '${name}' as name, md5(string_agg((to_jsonb(t) - 'last_used_at')::text, ' ' order by id)) from ${name} t`
            : `select '${name}' as name, md5(string_agg(t::text, ' ' order by t::text)) from ${name} t`,
      );
      return (await desk.owner.pool.query(`${digests.join(" union all ")} order by 1`)).rows;
    },
  };
}
