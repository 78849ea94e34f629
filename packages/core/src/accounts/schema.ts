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

/** What a person is called, as they write it. */
const PersonName = z.string().trim().min(1, "Enter your name.").max(100, "Use at most 100 characters.");

/** What registering takes. */
export const Register = z.object({
  name: PersonName,
  email: Email,
  password: NewPassword,
  /** Carried from an invite's link. */
  invite: InviteToken.optional(),
});
export type Register = z.infer<typeof Register>;

/** A password that is to be compared with the one that is kept. It is bounded so that hashing it cannot be made slow. */
export const KnownPassword = z.string().min(1, "Enter your password.").max(200, "Enter your password.");

/** What signing in takes; a code for those who have a second factor. */
export const SignIn = z.object({
  email: Email,
  password: KnownPassword,
  code: SecondFactorCode.optional(),
});
export type SignIn = z.infer<typeof SignIn>;

/** A new name. */
export const ChangeName = z.object({ name: PersonName });
export type ChangeName = z.infer<typeof ChangeName>;

/** A new address; the password shows that it is not somebody who found the browser open. */
export const ChangeEmail = z.object({ email: Email, currentPassword: KnownPassword });
export type ChangeEmail = z.infer<typeof ChangeEmail>;

/** A new password. An account without one, as of a person who came by an identity provider, has no current one to tell. */
export const ChangePassword = z.object({
  currentPassword: KnownPassword.nullable(),
  newPassword: NewPassword,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

/** How pages look: one of the two, or as the device does. */
export const Theme = z.enum(["light", "dark", "system"]);
export type Theme = z.infer<typeof Theme>;

/** A BCP 47 tag in its canonical spelling. */
const LanguageTag = z
  .string()
  .max(35)
  .transform((tag, context) => {
    try {
      return new Intl.Locale(tag).toString();
    } catch {
      context.addIssue({ code: "custom", message: "Choose one of the languages." });
      return z.NEVER;
    }
  });

/** A change of some preferences; the others stay. */
export const ChangePreferences = z
  .object({ theme: Theme, language: LanguageTag.nullable(), isKeyboardOn: z.boolean() })
  .partial();
export type ChangePreferences = z.infer<typeof ChangePreferences>;

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
  /** Where their picture is; null without one. */
  avatarUrl: string | null;
  /** False for a person who came by an identity provider and never set one. */
  hasPassword: boolean;
  theme: Theme;
  /** A BCP 47 tag; null follows the browser. */
  language: string | null;
  /** Whether single letters and signs do something by themselves (WCAG 2.2, 2.1.4). */
  isKeyboardOn: boolean;
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
