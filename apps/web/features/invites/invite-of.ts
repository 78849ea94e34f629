import { InviteToken } from "@alcoves/core/invites/schema";

/** @returns the token of the invite that a callback leads to: so an invite survives signing in and registering */
export function inviteOf(callbackUrl: string | null): string | null {
  const token = /^\/invite\/([^/?#]+)$/.exec(callbackUrl ?? "")?.[1];
  return InviteToken.safeParse(token).data ?? null;
}
