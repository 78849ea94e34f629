import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Context, Services } from "../context.ts";
import { IdentityRefused } from "./identity-refused.ts";
import { Identity, pendingLinkSeconds } from "./schema.ts";

const nonceBytes = 12;
const tagBytes = 16;

const Sealed = z.object({ id: z.string(), userId: z.string(), expiresAt: z.number(), identity: Identity });

/** An identity that waits for the consent of an account. */
type Link = z.infer<typeof Sealed>;

/**
 * Seals what a provider said, for the browser to bring back with the account's consent: AES-256-GCM under a key of its own
 * (HKDF, RFC 5869), so that nothing else we seal can be taken for it.
 * @returns base64url, good for ten minutes and for one use
 */
export function sealPendingLink({ services }: Context, identity: Identity, userId: string): string {
  const expiresAt = services.clock().getTime() + pendingLinkSeconds * 1_000;
  const link: Link = { id: randomBytes(16).toString("hex"), userId, expiresAt, identity };
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keyOf(services), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(link), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
}

/** @throws IdentityRefused `expired` for what is too old, made up, or sealed with another key */
export function openPendingLink({ services }: Context, sealed: string): Link {
  const link = Sealed.safeParse(unseal(services, Buffer.from(sealed, "base64url")));
  if (!link.success || link.data.expiresAt <= services.clock().getTime())
    throw new IdentityRefused("expired");
  return link.data;
}

/** Counts the use of a link. @throws IdentityRefused `expired` from the second time on */
export async function usePendingLink({ services }: Context, { id }: Link): Promise<void> {
  const once = { name: "use of a pending link", times: 1, perSeconds: pendingLinkSeconds };
  if ((await services.rateLimiter.count(once, id)) > 0) throw new IdentityRefused("expired");
}

function unseal(services: Services, bytes: Buffer): unknown {
  if (bytes.length <= nonceBytes + tagBytes) return null;
  const opened = createDecipheriv("aes-256-gcm", keyOf(services), bytes.subarray(0, nonceBytes));
  opened.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const text = Buffer.concat([opened.update(bytes.subarray(nonceBytes + tagBytes)), opened.final()]);
    return JSON.parse(text.toString("utf8"));
  } catch {
    return null; // made up, changed, or sealed with another key
  }
}

function keyOf({ sessionSecret }: Services): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", sessionSecret, "", "alcoves pending identity link", 32));
}
