import type { OfficerToken } from "../accounts/ports.ts";
import type { AdminContext } from "./admin-context.ts";
import type { OfficerSession, OpenLink, Person } from "./ports.ts";
import { findPerson, requireAdmin } from "./require-admin.ts";

/** All officers, those who left among them, and the links that nobody has used yet. @throws `NotFound` */
export async function listPeople(ctx: AdminContext): Promise<{ people: Person[]; links: OpenLink[] }> {
  const { at } = requireAdmin(ctx);
  const [people, links] = await Promise.all([ctx.accounts.people(at), ctx.accounts.openLinks(at)]);
  return { people, links };
}

/** One officer with where they are signed in, and their bearer tokens. @throws `NotFound` */
export async function showPerson(
  ctx: AdminContext,
  officerId: string,
): Promise<{ person: Person; sessions: OfficerSession[]; tokens: OfficerToken[]; links: OpenLink[] }> {
  const person = await findPerson(ctx, officerId);
  const now = ctx.clock();
  const [sessions, tokens, links] = await Promise.all([
    ctx.accounts.sessionsOf(person.id, now),
    ctx.accounts.tokensOf(person.id, now),
    ctx.accounts.openLinks(now),
  ]);
  return { person, sessions, tokens, links: links.filter(({ userId }) => userId === person.id) };
}
