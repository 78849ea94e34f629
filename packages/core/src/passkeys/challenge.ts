import { decodeClientDataJSON } from "@simplewebauthn/server/helpers";
import type { Context } from "../context.ts";
import { seal, unseal } from "../seal.ts";

/** How long a challenge may wait for its answer. */
export const challengeMs = 5 * 60_000;

/** What a challenge is for. One for signing in adds no passkey, and the other way round. */
type ChallengePurpose = "add a passkey" | "sign in with a passkey";

/**
 * Makes a challenge that carries its own time and session, sealed: nothing is kept of it, so visitors cannot fill a table,
 * and it needs no Redis. Its random nonce makes each another (WebAuthn Level 3, 13.4.3). That it counts once is held where
 * it is used: by the time that the passkey was last used or made.
 */
export function newChallenge(ctx: Context, purpose: ChallengePurpose): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify([ctx.services.clock().getTime(), sessionOf(ctx, purpose)]);
  return seal(sealKey(ctx, purpose), new TextEncoder().encode(text));
}

/**
 * Finds the challenge in what the browser signed.
 * @returns it and when it was made; null for one that is too old, for something else, of another session, or not ours
 */
export function readChallenge(
  ctx: Context,
  purpose: ChallengePurpose,
  clientDataJSON: string,
): { challenge: string; issuedAt: Date } | null {
  const { challenge } = decodeClientDataJSON(clientDataJSON);
  const text = unseal(sealKey(ctx, purpose), Buffer.from(challenge, "base64url"))?.toString();
  if (!text) return null;
  // Only newChallenge can have sealed it.
  const [issuedAt, sessionId] = JSON.parse(text) as [number, string | null];
  const isFresh = ctx.services.clock().getTime() - issuedAt <= challengeMs;
  return isFresh && sessionId === sessionOf(ctx, purpose)
    ? { challenge, issuedAt: new Date(issuedAt) }
    : null;
}

/** Adding belongs to the session that began it; whoever signs in has none that counts. */
function sessionOf({ principal }: Context, purpose: ChallengePurpose): string | null {
  return purpose === "add a passkey" && principal.kind === "member" ? principal.sessionId : null;
}

function sealKey({ services }: Context, purpose: ChallengePurpose) {
  return { secret: services.sessionSecret, purpose: `challenge to ${purpose}` };
}
