import { uuid7 } from "../../domain/ids/uuid7.ts";
import { PartnerName } from "../../domain/partners/partner-tip.ts";
import { BadInput } from "../errors.ts";
import type { PartnerContext } from "./ports.ts";

/**
 * Makes a key of 256 bits for a partner body, who is made when the name is new. The prefix lets a scanner for leaked
 * secrets know it.
 * @returns the key, which is kept nowhere
 * @throws `BadInput` when the name is empty, longer than 100 characters or more than one line
 */
export async function createPartnerKey(ctx: PartnerContext, input: { name: string }): Promise<string> {
  const name = PartnerName.safeParse(input.name);
  if (!name.success) throw new BadInput([{ path: "name", code: "invalid_format" }]);
  const key = `skp_${Buffer.from(ctx.random(32)).toString("base64url")}`;
  const at = ctx.clock();
  await ctx.partners.addKey({
    keyId: uuid7(at, ctx.random(10)),
    partnerId: uuid7(at, ctx.random(10)),
    name: name.data,
    keyHash: ctx.keys.hashPartnerKey(key),
    at,
  });
  return key;
}
