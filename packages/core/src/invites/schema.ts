import { z } from "zod";
import { InLibrary } from "../libraries/schema.ts";
import type { MemberRole } from "../members/schema.ts";

/** The token at the end of an invite's link: its id and a signature, 43 letters of base64url. */
export const InviteToken = z
  .string()
  .regex(/^[\w-]{43}$/, "This is no invite. Check that the link is complete.");

/** What making an invite takes. */
export const CreateInvite = InLibrary.extend({
  /** How many may join by it; null for as many as like. */
  maxUses: z.number().int().min(1).max(1_000).nullable(),
  /** Null for until it is revoked. */
  expiresInDays: z.number().int().min(1).max(3_650).nullable(),
});
export type CreateInvite = z.infer<typeof CreateInvite>;

/** Names an invite of a library. */
export const OneInvite = InLibrary.extend({ inviteId: z.uuid() });
export type OneInvite = z.infer<typeof OneInvite>;

/** Shows an invite's link. */
export const ShownInvite = z.object({ token: InviteToken });
export type ShownInvite = z.infer<typeof ShownInvite>;

/** `pending` lets people in; the others say why not. */
export const inviteStatuses = ["pending", "revoked", "expired", "exhausted"] as const;
export type InviteStatus = (typeof inviteStatuses)[number];

/** An invite as those see it who manage members. */
export interface InviteSummary {
  inviteId: string;
  /** For the link; derived, kept nowhere. */
  token: string;
  status: InviteStatus;
  role: MemberRole;
  uses: number;
  maxUses: number | null;
  createdAt: Date;
  expiresAt: Date | null;
  /** Null when their account is gone. */
  createdBy: string | null;
  /** Who joined by it and is a member still. */
  joined: { userId: string; name: string; joinedAt: Date }[];
}

/** What the holder of a link may know before joining. */
export type InvitePreview =
  | { status: "pending"; libraryName: string; emoji: string; inviter: string | null; role: MemberRole }
  | { status: "already a member"; libraryName: string; emoji: string; libraryId: string }
  | { status: Exclude<InviteStatus, "pending"> | "removed" };
