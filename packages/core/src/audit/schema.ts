import { z } from "zod";
import type { IdentityProviderId, IdentityRefusal } from "../identities/schema.ts";
import type { UpdateLibrary } from "../libraries/schema.ts";
import type { UpdateSettings } from "../settings/schema.ts";

/** What an entry says of its act. */
export type AuditSubject = Record<string, string | number | boolean | null>;

/**
 * What the audit log tells, with what each entry says of it. Names are kept as they were: entries outlive what they name.
 * Beside a `libraryId`, `recordAudit` adds the name of the `library`.
 */
export interface AuditSubjects {
  "account.registered": { userId: string; email: string };
  "session.opened": {
    by: "password" | "password_and_code" | "recovery_code" | "passkey" | IdentityProviderId;
  };
  "email.changed": { from: string; to: string };
  "password.changed": Record<string, never>;
  "password.reset": { userId: string; email: string };
  "resetLink.created": { userId: string; email: string };
  "resetLink.mailed": { userId: string; email: string };
  "session.refused": { email: string };
  "session.ended": { sessionId: string };
  "sessions.ended": { count: number };
  "identity.connected": { provider: IdentityProviderId; email: string | null };
  "identity.disconnected": { provider: string; email: string | null };
  "identity.refused": {
    provider: IdentityProviderId;
    email: string | null;
    reason: IdentityRefusal | "answer";
  };
  "token.created": { tokenId: string; name: string; scope: "read" | "write" };
  "token.revoked": { tokenId: string; name: string };
  "secondFactor.begun": Record<string, never>;
  "secondFactor.enabled": Record<string, never>;
  "secondFactor.disabled": Record<string, never>;
  "recoveryCodes.renewed": { count: number };
  "passkey.added": { passkeyId: string; name: string };
  "passkey.renamed": { passkeyId: string; name: string; before: string };
  "passkey.removed": { passkeyId: string; name: string };
  "library.changed": UpdateLibrary;
  "library.deleted": { libraryId: string };
  "library.transferred": { libraryId: string; toUserId: string; to: string };
  "member.joined": { libraryId: string; inviteId: string };
  "member.changed": { libraryId: string; memberId: string; member: string; role: string };
  "member.removed": { libraryId: string; memberId: string; member: string };
  "member.left": { libraryId: string };
  "invite.created": { libraryId: string; inviteId: string; maxUses: number | null; expiresAt: string | null };
  "invite.revoked": { libraryId: string; inviteId: string };
  "share.created": {
    libraryId: string;
    shareId: string;
    kind: "moment" | "file" | "album";
    name: string;
    hasPassword: boolean;
    expiresAt: string | null;
    originals: boolean;
    metadata: boolean;
    location: boolean;
  };
  "share.revoked": { libraryId: string; shareId: string; kind: "moment" | "file" | "album"; name: string };
  "settings.changed": UpdateSettings;
  "job.retried": { queue: string; jobId: string };
  "job.removed": { queue: string; jobId: string };
  "queue.retried": { queue: string; count: number };
  "queue.purged": { queue: string; state: string; count: number };
  "queue.paused": { queue: string };
  "queue.resumed": { queue: string };
}

/** One of the acts that the audit log tells. */
export type AuditKind = keyof AuditSubjects;

/** Asks for entries older than `cursor`, the newest first. */
export const ListAudit = z.object({
  cursor: z.uuid().nullish(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ListAudit = z.infer<typeof ListAudit>;

/** An act: what, who, when, from where. */
export interface AuditEntry {
  entryId: string;
  createdAt: Date;
  kind: AuditKind;
  userId: string | null;
  userName: string | null;
  address: string | null;
  userAgent: string | null;
  subject: AuditSubject;
}

/** A page of entries; `nextCursor` is null on the last one. */
export interface AuditPage {
  entries: AuditEntry[];
  nextCursor: string | null;
}
