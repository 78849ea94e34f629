import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { limit } from "../limits/index.ts";
import { isPassword } from "../passwords/index.ts";
import { findShare } from "./find.ts";
import { makeProof } from "./proof.ts";
import { UnlockShare } from "./schema.ts";

/**
 * Takes the password of a share. One without a password is open, whatever is entered.
 * @returns a proof that opens the share for a day, or until it is revoked
 * @throws FORBIDDEN for a wrong password, RATE_LIMITED after too many tries from an address, NOT_FOUND for a link that opens nothing
 */
export async function unlockShare(ctx: Context, input: UnlockShare): Promise<string> {
  const { token, password } = UnlockShare.parse(input);
  const { share } = await findShare(ctx, { token, proof: null });
  const { address } = ctx.origin;
  await limit(ctx, "password of a share", address && `${share.id}/${address}`);
  if (share.passwordHash !== null && !(await isPassword(password, share.passwordHash)))
    throw new DomainError("FORBIDDEN", "That is not the password of this link. Ask whoever sent it.");
  return makeProof(ctx.services, share);
}
