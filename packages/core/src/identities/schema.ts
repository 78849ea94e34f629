import { z } from "zod";
import { Email } from "../accounts/schema.ts";
import { InviteToken } from "../invites/schema.ts";

/** Who vouches for an identity: Google, or the OpenID Connect provider that the operator named. */
export const IdentityProviderId = z.enum(["google", "oidc"]);
export type IdentityProviderId = z.infer<typeof IdentityProviderId>;

/**
 * What a provider said of someone, after its signature was checked. Issuer and subject together are the person, for good
 * (OpenID Connect Core, 2); the rest may change. Claims that make no sense are taken for missing.
 */
export const Identity = z.object({
  provider: IdentityProviderId,
  issuer: z.string().min(1).max(1_000),
  subject: z.string().min(1).max(255),
  email: Email.nullable().catch(null),
  /** Whether the provider has seen that the address is this person's. */
  emailVerified: z.boolean(),
  name: z
    .string()
    .catch("")
    .transform((name) => name.trim().slice(0, 100)),
  /** Of the invite they were following; it counts when an account is made. */
  invite: InviteToken.optional().catch(undefined),
});
export type Identity = z.infer<typeof Identity>;

/** How long someone may take to sign in and agree to a pending link, seconds. */
export const pendingLinkSeconds = 10 * 60;

/** Why an identity was turned away, with the sentence for the person. */
export const identityRefusals = {
  unverified:
    "The provider has not confirmed your email address. Confirm it there, or sign in with your password.",
  closed: "Registration is closed here. Ask the owner of this instance for an account.",
  invite_only: "Registration is by invitation here. Ask a member for an invite.",
  disabled: "This account is switched off. Ask the owner of this instance.",
  taken: "Another account here is connected to that identity already.",
  expired: "That took too long, or was done already. Start again.",
  other_account: "That belongs to another account. Sign out, and sign in to the account with that address.",
} as const;

/** One of the reasons to turn an identity away. */
export type IdentityRefusal = keyof typeof identityRefusals;

/** Names one connected identity of the signed-in person. */
export const OneIdentity = z.object({ identityId: z.uuid() });

/** An identity that signs in to the account. */
export interface IdentitySummary {
  identityId: string;
  /** An `IdentityProviderId`; one that the operator has taken away since stays listed. */
  provider: string;
  email: string | null;
  createdAt: Date;
}

/** An identity that waits for the consent of the account it would sign in to. */
export interface PendingLink {
  provider: IdentityProviderId;
  email: string | null;
  /** Whose consent it waits for: the account that asks, another, or nobody knows because nobody is signed in. */
  asks: "you" | "another" | "visitor";
}
