import type { Invite } from "@alcoves/db/models";
import type { InviteStatus } from "./schema.ts";

/** What became of an invite. What somebody did on purpose comes before what time or use did. */
export function statusOf(
  { revokedAt, expiresAt, maxUses, uses }: Pick<Invite, "revokedAt" | "expiresAt" | "maxUses" | "uses">,
  now: Date,
): InviteStatus {
  if (revokedAt) return "revoked";
  if (expiresAt && expiresAt <= now) return "expired";
  if (maxUses !== null && uses >= maxUses) return "exhausted";
  return "pending";
}
