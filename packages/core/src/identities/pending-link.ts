import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Context, Services } from "../context.ts";
import { seal, unseal } from "../seal.ts";
import { IdentityRefused } from "./identity-refused.ts";
import { Identity, pendingLinkSeconds } from "./schema.ts";

const Sealed = z.object({ id: z.string(), userId: z.string(), expiresAt: z.number(), identity: Identity });

/** An identity that waits for the consent of an account. */
type Link = z.infer<typeof Sealed>;

/**
 * Seals what a provider said, for the browser to bring back with the account's consent.
 * @returns base64url, good for ten minutes and for one use
 */
export function sealPendingLink({ services }: Context, identity: Identity, userId: string): string {
  const expiresAt = services.clock().getTime() + pendingLinkSeconds * 1_000;
  const link: Link = { id: randomBytes(16).toString("hex"), userId, expiresAt, identity };
  return Buffer.from(seal(keyOf(services), Buffer.from(JSON.stringify(link)))).toString("base64url");
}

/** @throws IdentityRefused `expired` for what is too old, made up, or sealed with another key */
export function openPendingLink({ services }: Context, sealed: string): Link {
  const text = unseal(keyOf(services), Buffer.from(sealed, "base64url"))?.toString();
  const link = Sealed.safeParse(text && JSON.parse(text));
  if (!link.success || link.data.expiresAt <= services.clock().getTime())
    throw new IdentityRefused("expired");
  return link.data;
}

/** Counts the use of a link. @throws IdentityRefused `expired` from the second time on */
export async function usePendingLink({ services }: Context, { id }: Link): Promise<void> {
  const once = { name: "use of a pending link", times: 1, perSeconds: pendingLinkSeconds };
  if ((await services.rateLimiter.count(once, id)) > 0) throw new IdentityRefused("expired");
}

function keyOf({ sessionSecret }: Services) {
  return { secret: sessionSecret, purpose: "pending identity link" };
}
