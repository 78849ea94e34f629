import { generateAuthenticationOptions } from "@simplewebauthn/server";
import type { Context } from "../context.ts";
import { challengeMs, newChallenge } from "./challenge.ts";
import { relyingParty } from "./relying-party.ts";

/**
 * Says what a browser needs to ask for a passkey. It names nobody: the passkey does, so nothing shows who has one.
 * @throws UNAVAILABLE where the instance's address cannot have passkeys
 */
export async function beginPasskeySignIn(ctx: Context) {
  return generateAuthenticationOptions({
    rpID: relyingParty(ctx).id,
    challenge: newChallenge(ctx, "sign in with a passkey"),
    timeout: challengeMs,
    userVerification: "required",
  });
}
