/** The practice desk: invented tips in a database of their own, chosen for one session. What it does touches nothing else. */
import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { TrainingView } from "../domain/cases/training-page.ts";
import type { Officer } from "../service/actor.ts";
import { leaveFlash, showDeskPage } from "./frame.ts";
import type { Practice, StaffVariables } from "./session.ts";
import type { SignInDeps } from "./sign-in-door.ts";

export interface TrainingDesk {
  state(): Promise<TrainingView["state"]>;
  /** Undefined while it is not ready. */
  open(officer: Officer): Promise<Practice | undefined>;
  /** Has it made where there is none, or made afresh; it takes a while. */
  prepare(fresh: boolean): void;
}

export interface TrainingDeps {
  training: TrainingDesk;
}

/** An officer's own account is no exercise: these stay shut until they leave the practice desk. */
const realOnly = /^\/staff\/(account|people|step-up)\//;
const always = /^\/staff\/(training|session|sign-out|preferences|sign-in|totp|setup)(\/|$)/;

/** Gives a session in training its own stores. It never falls back to the real ones. */
export function enterPractice(deps: TrainingDeps & SignInDeps): MiddlewareHandler<StaffVariables> {
  return async (c, next) => {
    const signedIn = c.get("signedIn");
    if (!signedIn?.complete || !signedIn.training || always.test(c.req.path)) return next();
    if (realOnly.test(c.req.path)) {
      leaveFlash(c, deps.secure, { kind: "problem", code: "training_on" });
      return c.redirect("/staff/training/", 303);
    }
    const practice = await deps.training.open(signedIn.officer).catch(() => undefined);
    if (!practice) return c.redirect("/staff/training/", 303);
    c.set("signedIn", { ...signedIn, practice });
    return next();
  };
}

export function trainingDoor(deps: TrainingDeps & SignInDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();

  door.get("/", async (c) =>
    showDeskPage(deps, c, {
      path: "/staff/training/",
      view: {
        kind: "training",
        state: await deps.training.state().catch(() => "unavailable" as const),
        on: c.get("signedIn")?.training ?? false,
      },
    }),
  );

  door.post("/prepare", async (c) => {
    const form = await c.req.parseBody();
    if ((await deps.training.state()) !== "unavailable") deps.training.prepare(form.fresh === "1");
    return c.redirect("/staff/training/", 303);
  });

  door.post("/enter", async (c) => {
    if ((await deps.training.state()) !== "ready") return c.redirect("/staff/training/", 303);
    await switchTo(deps, c, true);
    return c.redirect("/staff/", 303);
  });

  door.post("/leave", async (c) => {
    await switchTo(deps, c, false);
    leaveFlash(c, deps.secure, { kind: "done", code: "training_left" });
    return c.redirect("/staff/", 303);
  });
  return door;
}

async function switchTo(deps: SignInDeps, c: Context<StaffVariables>, on: boolean): Promise<void> {
  const signedIn = c.get("signedIn");
  if (!signedIn || signedIn.training === on) return;
  const { accounts, clock } = deps.accounts;
  await accounts.setTraining(signedIn.sessionId, { on, at: clock(), actorId: signedIn.officer.id });
}
