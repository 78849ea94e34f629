import { z } from "zod";
import { InviteToken } from "../invites/schema.ts";
import { SecondFactorCode } from "../second-factor/schema.ts";

/** An email address, trimmed and lower-cased: two spellings are one account. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email("Enter an email address like name@example.org."));

/** A new password: 10 to 200 characters (length over composition rules, NIST SP 800-63B). */
export const NewPassword = z
  .string()
  .min(10, "Use at least 10 characters.")
  .max(200, "Use at most 200 characters.");

/** What registering takes. */
export const Register = z.object({
  name: z.string().trim().min(1, "Enter your name.").max(100, "Use at most 100 characters."),
  email: Email,
  password: NewPassword,
  /** Carried from an invite's link. */
  invite: InviteToken.optional(),
});
export type Register = z.infer<typeof Register>;

/**
 * What signing in takes; a code for those who have a second factor. The password is bounded so that hashing it cannot be
 * made slow.
 */
export const SignIn = z.object({
  email: Email,
  password: z.string().min(1, "Enter your password.").max(200),
  code: SecondFactorCode.optional(),
});
export type SignIn = z.infer<typeof SignIn>;

/** What a personal access token may do: read, or read and write. */
export const TokenScope = z.enum(["read", "write"]);

/** What making a personal access token takes; it lives `expiresInDays` or until it is revoked. */
export const CreateToken = z.object({
  name: z.string().trim().min(1, "Name the token after what will use it.").max(100),
  scope: TokenScope,
  expiresInDays: z.number().int().min(1).max(3650).nullable().default(null),
});
export type CreateToken = z.infer<typeof CreateToken>;

/** The account that is signed in. */
export interface Me {
  userId: string;
  name: string;
  email: string;
  isInstanceOwner: boolean;
}

/** A personal access token as listed; the token itself was shown once. */
export interface TokenSummary {
  tokenId: string;
  name: string;
  scope: z.infer<typeof TokenScope>;
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
}

/** Names one session of the signed-in person. */
export const OneSession = z.object({ sessionId: z.uuid() });

/** A browser that is signed in. */
export interface SessionSummary {
  sessionId: string;
  userAgent: string | null;
  address: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  /** True for the session that asks. */
  isCurrent: boolean;
}
