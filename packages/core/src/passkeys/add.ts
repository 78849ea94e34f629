import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import { requireSession } from "../access/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { readChallenge } from "./challenge.ts";
import { relyingParty } from "./relying-party.ts";
import { AddPasskey, type OnePasskey } from "./schema.ts";

/**
 * Keeps a passkey that the browser made for the challenge of `beginAddingPasskey`, in the same session.
 * @throws INVALID when it does not fit (challenge, origin, signature, nobody verified), CONFLICT when it is known already or
 *   the challenge was used, FORBIDDEN for tokens
 */
export async function addPasskey(ctx: Context, input: AddPasskey): Promise<OnePasskey> {
  const { userId } = requireSession(ctx);
  const { name, response } = AddPasskey.parse(input);
  const { issuedAt, credential } = await verify(ctx, response);
  const credentialId = new Uint8Array(Buffer.from(credential.id, "base64url"));
  return transaction(ctx, async (ctx) => {
    // One at a time, so that one challenge makes one passkey.
    await ctx.db.$queryRaw`SELECT FROM users WHERE id = ${userId}::uuid FOR UPDATE`;
    const used = { OR: [{ credentialId }, { userId, createdAt: { gte: issuedAt } }] };
    if (await ctx.db.passkey.findFirst({ where: used, select: { id: true } })) {
      throw new DomainError("CONFLICT", "This passkey was added already. Begin again to add another.");
    }
    const { id: passkeyId } = await ctx.db.passkey.create({
      data: {
        userId,
        name,
        credentialId,
        publicKey: credential.publicKey,
        signCount: credential.counter,
        transports: response.response.transports,
        // Not before the challenge, whichever process's clock made that.
        createdAt: new Date(Math.max(ctx.services.clock().getTime(), issuedAt.getTime())),
      },
    });
    await recordAudit(ctx, "passkey.added", { passkeyId, name });
    return { passkeyId };
  });
}

async function verify(ctx: Context, response: AddPasskey["response"]) {
  const { id, origin } = relyingParty(ctx);
  try {
    const known = readChallenge(ctx, "add a passkey", response.response.clientDataJSON);
    if (!known) throw new Error("not a challenge of ours, or too old");
    refuseAttestation(response.response.attestationObject);
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} }, // we asked for none
      expectedChallenge: known.challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    });
    if (registrationInfo) return { issuedAt: known.issuedAt, credential: registrationInfo.credential };
    throw new Error("not verified");
  } catch (cause) {
    throw new DomainError("INVALID", "The passkey could not be added. Begin again.", { cause });
  }
}

/**
 * Nobody asked for an attestation. Those with certificates are not even looked at: checking them would call the addresses
 * that stand in them.
 */
function refuseAttestation(attestationObject: string): void {
  const bytes = new Uint8Array(Buffer.from(attestationObject, "base64url"));
  const format = decodeAttestationObject(bytes).get("fmt");
  if (format !== "none" && format !== "packed") throw new Error(`attestation of the format ${format}`);
}
