import { generateRegistrationOptions } from "@simplewebauthn/server";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { confirmPassword } from "../passwords/index.ts";
import { Confirmed } from "../passwords/schema.ts";
import { challengeMs, newChallenge } from "./challenge.ts";
import { relyingParty } from "./relying-party.ts";

/** More than anyone has devices; it bounds what a sign-in page may have to look through. */
const mostPasskeys = 50;

/**
 * Says what a browser needs to make a passkey: one that names the person by itself and sees that it is them
 * (discoverable, with user verification), and none of an authenticator that has one already.
 * @throws FORBIDDEN for a wrong password and for tokens, CONFLICT when there are too many, UNAVAILABLE where the instance's
 *   address cannot have passkeys
 */
export async function beginAddingPasskey(ctx: Context, input: Confirmed) {
  const user = await confirmPassword(ctx, Confirmed.parse(input));
  const { id: rpID } = relyingParty(ctx);
  const passkeys = await ctx.db.passkey.findMany({ where: { userId: user.id } });
  if (passkeys.length >= mostPasskeys) {
    throw new DomainError("CONFLICT", `You have ${mostPasskeys} passkeys. Remove one to add another.`);
  }
  return generateRegistrationOptions({
    rpName: "Alcoves",
    rpID,
    userID: new TextEncoder().encode(user.id),
    userName: user.email,
    userDisplayName: user.name,
    challenge: newChallenge(ctx, "add a passkey"),
    timeout: challengeMs,
    attestationType: "none",
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: passkeys.map(({ credentialId, transports }) => ({
      id: Buffer.from(credentialId).toString("base64url"),
      transports,
    })),
  });
}
