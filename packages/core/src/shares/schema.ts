import { z } from "zod";
import { OneMoment } from "../moments/schema.ts";

/** What making a share takes. */
export const CreateShare = OneMoment.extend({
  /** Null for until it is revoked. */
  expiresInDays: z.number().int().min(1).max(3_650).nullable(),
  /** Null for a link that asks for none. */
  password: z
    .string()
    .min(4, "Use at least 4 characters.")
    .max(200, "Use at most 200 characters.")
    .nullable(),
});
export type CreateShare = z.infer<typeof CreateShare>;

/** Names a share of a library. */
export const OneShare = z.object({ libraryId: z.uuid(), shareId: z.uuid() });
export type OneShare = z.infer<typeof OneShare>;

/** What a visitor brings. Its form is checked by looking for it: a token of none is one that was never made. */
export const ShownShare = z.object({
  token: z.string(),
  /** What `unlockShare` gave for the password; null for none. */
  proof: z.string().nullable(),
});
export type ShownShare = z.infer<typeof ShownShare>;

/** A try to unlock a share. */
export const UnlockShare = z.object({ token: z.string(), password: z.string().max(200) });
export type UnlockShare = z.infer<typeof UnlockShare>;

/** `open` lets everyone in who has the link; the others say why not. */
export const shareStates = ["open", "expired", "revoked"] as const;
export type ShareState = (typeof shareStates)[number];

/** A share as members see it who may make some. */
export interface ShareSummary {
  shareId: string;
  /** For the link; null when the secret of the instance was changed since: the link works, and cannot be shown again. */
  token: string | null;
  state: ShareState;
  hasPassword: boolean;
  expiresAt: Date | null;
  views: number;
  createdAt: Date;
  /** Null when their account is gone. */
  createdBy: string | null;
  mayRevoke: boolean;
}

/** All that a visitor is told: of the moment alone, nothing of the library or the file around it. */
export interface SharedMoment {
  isLocked: false;
  name: string;
  /** Empty for none. */
  description: string;
  isSound: boolean;
  durationMs: number;
  /** `processing` while no clip has been completed yet. */
  clip: "ready" | "processing";
  /** Of the clip, another with each; 0 for none. */
  version: number;
  hasThumbnail: boolean;
  /** Size of the clip, px; null for sound and while it is not known. */
  widthPx: number | null;
  heightPx: number | null;
  expiresAt: Date | null;
}

/** What a link opens; one that is locked says nothing but that. */
export type OpenedShare = SharedMoment | { isLocked: true };
