/** What every page of the desk is given, and the small cookies behind it: language, theme, the last act's outcome. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import type {
  DeskFlash,
  DeskFrame,
  DeskNotice,
  DeskView,
  FlashCode,
  StaffLocals,
} from "../domain/cases/desk-page.ts";
import { displayAt } from "../domain/cases/display.ts";
import { negotiateLocale } from "../domain/locales/negotiate.ts";
import type { SignedIn } from "./session.ts";

export const DeskLocale = z.enum(["ja", "en"]);
export const DeskTheme = z.enum(["auto", "light", "dark"]);
/** `kind.code`, or `kind.code.done.left` of several tips, with the id of what was done to them where it can be taken back. */
const Flash = z.string().regex(/^(done|problem)\.[a-z_]{1,30}(\.\d{1,4}\.\d{1,4}(\.[0-9a-f-]{36})?)?$/);

export interface PageDeps {
  render(path: string, locals: { staff: StaffLocals }): Promise<Response>;
  /** What is not set up, asked anew for each page: the recovery key may have been moved meanwhile. */
  notices(): Promise<DeskNotice[]>;
  /** What stands around this view for whoever asks. */
  around(c: Context, view: DeskView): Promise<Pick<DeskFrame, "handover" | "saved">>;
  secure: boolean;
}

/** Draws a page of the desk: never stored, whole or not at all. */
export async function showDeskPage(
  deps: PageDeps,
  c: Context,
  page: {
    path: string;
    view: DeskView;
    status?: 200 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 502 | 503;
    flash?: DeskFlash;
    /** Where the officer is, when that is not the address asked for: a refused form is drawn on its own page. */
    at?: string;
  },
): Promise<Response> {
  const signedIn: SignedIn | null = c.get("signedIn") ?? null;
  const frame = await makeFrame(deps, c, signedIn, page);
  const drawn = await deps.render(page.path, { staff: { frame, view: page.view } });
  if (!drawn.ok) throw new Error("page not drawn");
  return c.html(await drawn.text(), page.status ?? 200, { "cache-control": "no-store" });
}

async function makeFrame(
  deps: PageDeps,
  c: Context,
  signedIn: SignedIn | null,
  page: { view: DeskView; flash?: DeskFlash; at?: string },
): Promise<DeskFrame> {
  const url = new URL(c.req.url);
  const complete = signedIn?.complete ?? false;
  const theme = DeskTheme.catch("auto").parse(getCookie(c, "desk_theme"));
  const now = new Date();
  return {
    officer: signedIn && complete ? { ...signedIn.officer, email: signedIn.email } : null,
    locale: localeOf(c),
    theme,
    display: displayAt(now, theme),
    csrf: signedIn?.csrf ?? "",
    // A set-up link's token must not travel on in forms.
    path:
      page.at ?? (url.pathname.startsWith("/staff/setup") ? "/staff/setup/" : `${url.pathname}${url.search}`),
    // That all is invented is said at the door as well; what is not set up only inside.
    notices: (await deps.notices()).filter((notice) => complete || notice === "demonstration"),
    flash: page.flash ?? takeFlash(deps, c),
    session:
      signedIn && complete
        ? { idleAt: signedIn.idleAt.toISOString(), endsAt: signedIn.endsAt.toISOString() }
        : null,
    training: signedIn?.training ?? false,
    now: now.toISOString(),
    ...(await deps.around(c, page.view)),
  };
}

/** The language in which this officer reads the desk. */
export function localeOf(c: Context): DeskFrame["locale"] {
  const chosen = DeskLocale.safeParse(getCookie(c, "desk_locale"));
  if (chosen.success) return chosen.data;
  return negotiateLocale(c.req.header("accept-language"), ["ja", "en"], "ja") === "en" ? "en" : "ja";
}

function takeFlash(deps: PageDeps, c: Context): DeskFlash | null {
  const cookie = getCookie(c, "desk_flash");
  if (!cookie) return null;
  deleteCookie(c, "desk_flash", { path: "/staff", secure: deps.secure });
  if (!Flash.safeParse(cookie).success) return null;
  const [kind, code, done, left, batch] = cookie.split(".");
  return {
    kind: kind === "done" ? "done" : "problem",
    code: code as FlashCode,
    ...(done === undefined ? {} : { count: { done: Number(done), left: Number(left) } }),
    ...(batch === undefined ? {} : { batch }),
  };
}

/** Shown once on the next page. */
export function leaveFlash(c: Context, secure: boolean, { kind, code, count, batch }: DeskFlash): void {
  const numbers = count ? `.${count.done}.${count.left}${batch ? `.${batch}` : ""}` : "";
  setCookie(c, "desk_flash", `${kind}.${code}${numbers}`, {
    path: "/staff",
    httpOnly: true,
    sameSite: "Strict",
    secure,
    maxAge: 60,
  });
}

export function keepPreference(
  c: Context,
  secure: boolean,
  name: "desk_locale" | "desk_theme",
  value: string,
): void {
  setCookie(c, name, value, {
    path: "/staff",
    httpOnly: true,
    sameSite: "Strict",
    secure,
    maxAge: 31_536_000,
  });
}

/** Letters of an address: a search of 200 in a script of three bytes, once more encoded in the address of a tip. */
const longestBack = 4_000;

/** A path of the desk to go back to; anything else leads to the queue. */
export function safeBack(given: unknown): string {
  if (typeof given !== "string" || !/^\/staff\/[^\\\s]*$/.test(given) || given.length > longestBack)
    return "/staff/";
  const url = new URL(given, "http://desk.invalid");
  return url.host === "desk.invalid" && url.pathname.startsWith("/staff/")
    ? `${url.pathname}${url.search}`
    : "/staff/";
}
