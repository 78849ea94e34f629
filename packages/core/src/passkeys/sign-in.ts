import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { type OpenedSession, openSession, refuseSignIn } from "../accounts/index.ts";
import type { Context } from "../context.ts";
import { limit } from "../limits/index.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { readChallenge } from "./challenge.ts";
import { relyingParty } from "./relying-party.ts";
import { PasskeyAssertion } from "./schema.ts";

/** A passkey as kept. */
interface KeptPasskey {
  id: string;
  userId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  signCount: bigint;
}

/** A passkey that just proved itself. */
interface Proof {
  issuedAt: Date;
  signCount: number;
}

/**
 * Opens a session by a passkey. It is two factors in itself, a device and what unlocks it, so no code is asked for.
 * @param input.response what the browser gave for the challenge of `beginPasskeySignIn`; anything else is refused
 * @throws UNAUTHENTICATED in the words of a wrong password, whatever is wrong; RATE_LIMITED after too many tries from one address
 */
export async function signInWithPasskey(ctx: Context, input: { response: unknown }): Promise<OpenedSession> {
  await limit(ctx, "sign-in from an address");
  const { data: assertion } = PasskeyAssertion.safeParse(input.response);
  const passkey = assertion ? await findPasskey(ctx, assertion.id) : null;
  if (!assertion || !passkey || passkey.user.disabledAt) return refuseSignIn(ctx, passkey?.user.email ?? "");
  const proof = await verify(ctx, passkey, assertion);
  const session = await transaction(ctx, async (ctx) =>
    proof && (await use(ctx, passkey, proof)) ? openSession(ctx, passkey.user, "passkey") : null,
  );
  return session ?? refuseSignIn(ctx, passkey.user.email);
}

function findPasskey(ctx: Context, id: string) {
  const credentialId = new Uint8Array(Buffer.from(id, "base64url"));
  return ctx.db.passkey.findUnique({ where: { credentialId }, include: { user: true } });
}

/** Follows WebAuthn Level 3, 7.2. @returns null for whatever proves nothing */
async function verify(
  ctx: Context,
  passkey: KeptPasskey,
  assertion: PasskeyAssertion,
): Promise<Proof | null> {
  const { id, origin } = relyingParty(ctx);
  if (Buffer.from(assertion.response.userHandle, "base64url").toString() !== passkey.userId) return null;
  try {
    const known = readChallenge(ctx, "sign in with a passkey", assertion.response.clientDataJSON);
    if (!known) return null;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...assertion, clientExtensionResults: {} }, // we asked for none
      expectedChallenge: known.challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: assertion.id,
        publicKey: passkey.publicKey,
        counter: Number(passkey.signCount),
      },
    });
    return verified ? { issuedAt: known.issuedAt, signCount: authenticationInfo.newCounter } : null;
  } catch {
    return null; // the library says by an error what does not fit, and nobody is told which
  }
}

/**
 * Takes the proof: whoever changes the row first has it. A challenge from before the passkey's last use was used, or came
 * too late; a count that does not grow is that of a copy. Authenticators that do not count stay at 0.
 * @returns false when it was taken already
 */
async function use(ctx: Transaction<Context>, { id }: KeptPasskey, proof: Proof): Promise<boolean> {
  const { issuedAt, signCount } = proof;
  const { count } = await ctx.db.passkey.updateMany({
    where: {
      id,
      signCount: signCount === 0 ? 0 : { lt: signCount },
      OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: issuedAt } }],
    },
    data: {
      signCount,
      // Not before the challenge, whichever process's clock made that.
      lastUsedAt: new Date(Math.max(ctx.services.clock().getTime(), issuedAt.getTime())),
    },
  });
  return count === 1;
}
