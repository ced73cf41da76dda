import { mayAtDesk } from "../../domain/access/permits.ts";
import { NotFound } from "../errors.ts";
import type { AdminContext } from "./admin-context.ts";
import type { Doing, Person } from "./ports.ts";

/** Answers who does it and when. @throws `NotFound` for anyone but who keeps the accounts */
export function requireAdmin(ctx: AdminContext): Doing {
  if (!mayAtDesk(ctx.officer, "accounts")) throw new NotFound();
  return { at: ctx.clock(), actorId: ctx.officer.id };
}

/** @throws `NotFound` */
export async function findPerson(ctx: AdminContext, officerId: string): Promise<Person> {
  requireAdmin(ctx);
  const person = (await ctx.accounts.people(ctx.clock())).find(({ id }) => id === officerId);
  if (!person) throw new NotFound();
  return person;
}
