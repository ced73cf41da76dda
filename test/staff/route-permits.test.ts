import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { StaffRole } from "../../functions/domain/access/officer.ts";
import { mayAtDesk, readableScope } from "../../functions/domain/access/permits.ts";
import { keepToTable, routePermits } from "../../functions/staff/route-permits.ts";
import type { SignedIn, StaffVariables } from "../../functions/staff/session.ts";

/** A door at which every address of the table answers, and one more that nobody put into it. */
function doorFor(signedIn: SignedIn | null): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();
  door.use("/staff/*", async (c, next) => {
    c.set("signedIn", signedIn);
    await next();
  });
  door.use("/staff/*", keepToTable);
  for (const key of Object.keys(routePermits)) {
    const [method = "", path = ""] = key.split(" ");
    door.on(method, path, (c) => c.text("in"));
  }
  door.get("/staff/forgotten", (c) => c.text("in"));
  door.onError((_, c) => c.text("refused", 404));
  return door;
}

const signedIn = (role: StaffRole, complete = true): SignedIn => ({
  officer: { id: "o", name: "Officer", role, region: "hq" },
  email: "",
  sessionId: "",
  sessionToken: "",
  complete,
  csrf: "",
  proofOf: { kind: "session", id: "" },
  provenAt: null,
  idleAt: new Date(),
  endsAt: new Date(),
  training: false,
});

async function lets(door: Hono<StaffVariables>, key: string): Promise<boolean> {
  const [method = "", path = ""] = key.split(" ");
  return (await door.request(path, { method })).status === 200;
}

describe("the door before the verbs", () => {
  it("lets nobody through to an address that the table does not list", async () => {
    for (const role of StaffRole.options)
      expect(await lets(doorFor(signedIn(role)), "GET /staff/forgotten"), role).toBe(false);
    expect(await lets(doorFor(signedIn("supervisor")), "GET /staff/nowhere")).toBe(false);
  });

  it("lets a role through only where the table gives it business", async () => {
    for (const role of StaffRole.options) {
      const { officer } = signedIn(role);
      for (const [key, who] of Object.entries(routePermits)) {
        const business =
          typeof who === "string" ||
          who.own === true ||
          (who.tip !== undefined && readableScope(officer) !== null) ||
          (who.desk !== undefined && mayAtDesk(officer, who.desk));
        expect(await lets(doorFor(signedIn(role)), key), `${role} ${key}`).toBe(business);
      }
    }
  });

  it("lets who is not signed in, or half, only to what is for anyone", async () => {
    for (const door of [doorFor(null), doorFor(signedIn("supervisor", false))])
      for (const [key, who] of Object.entries(routePermits))
        expect(await lets(door, key), key).toBe(who === "anyone");
  });
});
