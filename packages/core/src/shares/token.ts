import { createHash, randomBytes } from "node:crypto";
import type { Services } from "../context.ts";
import { seal, unseal } from "../seal.ts";

/** 192 bits: nobody guesses one. */
const tokenBytes = 24;

/** The token of a new share, as its link has it and as the database keeps it. */
export interface ShareToken {
  token: string;
  tokenHash: Uint8Array<ArrayBuffer>;
  tokenSealed: Uint8Array<ArrayBuffer>;
}

/** Makes a token. The database holds its hash, and the token itself only under the secret of the instance. */
export function makeToken(services: Services): ShareToken {
  const token = randomBytes(tokenBytes).toString("base64url");
  const tokenHash = shareHashOf(token);
  return { token, tokenHash, tokenSealed: seal(sealKey(services, tokenHash), Buffer.from(token)) };
}

/** @returns the token of a row; null when it was sealed under another secret of the instance */
export function tokenOf(
  services: Services,
  { tokenHash, tokenSealed }: { tokenHash: Uint8Array; tokenSealed: Uint8Array },
): string | null {
  return unseal(sealKey(services, tokenHash), tokenSealed)?.toString() ?? null;
}

/** The SHA-256 that a share is found by. */
export function shareHashOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}

/** Name of the cookie that holds the proof for a share: it tells neither the token nor what it opens. */
export function proofCookieOf(token: string): string {
  return `alcoves-share-${Buffer.from(shareHashOf(token)).toString("hex").slice(0, 16)}`;
}

function sealKey({ sessionSecret }: Services, tokenHash: Uint8Array) {
  return { secret: sessionSecret, purpose: `token of the share ${Buffer.from(tokenHash).toString("hex")}` };
}
