import { z } from "zod";

/** Bytes as WebAuthn's JSON has them. The bound is far above what any authenticator sends. */
const Bytes = z.base64url().min(1).max(20_000);

const credential = {
  id: Bytes,
  rawId: Bytes,
  type: z.literal("public-key"),
};

/** What a browser gives when a passkey was made (RegistrationResponseJSON, WebAuthn Level 3, 5.1). */
const PasskeyAttestation = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    transports: z.array(z.string().max(32)).max(10).default([]),
  }),
});

/** What a browser gives when a passkey was used (AuthenticationResponseJSON). */
export const PasskeyAssertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: Bytes,
    authenticatorData: Bytes,
    signature: Bytes,
    userHandle: Bytes,
  }),
});
export type PasskeyAssertion = z.infer<typeof PasskeyAssertion>;

/** What a person calls a passkey, after where it is kept. */
export const PasskeyName = z
  .string()
  .trim()
  .min(1, "Name the passkey after where it is kept.")
  .max(100, "Use at most 100 characters.");

/** What adding a passkey takes. */
export const AddPasskey = z.object({ name: PasskeyName, response: PasskeyAttestation });
export type AddPasskey = z.infer<typeof AddPasskey>;

/** Names one passkey of the signed-in person. */
export const OnePasskey = z.object({ passkeyId: z.uuid() });
export type OnePasskey = z.infer<typeof OnePasskey>;

/** What calling a passkey something else takes. */
export const RenamePasskey = OnePasskey.extend({ name: PasskeyName });
export type RenamePasskey = z.infer<typeof RenamePasskey>;

/** A passkey as listed. */
export interface PasskeySummary {
  passkeyId: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/**
 * Passkeys are bound to a domain (the RP ID), and browsers make them on safe origins alone: https, or localhost.
 * @param origin of the instance
 * @returns false for an IP address, and for plain http elsewhere than on localhost
 */
export function canHavePasskeys(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  if (hostname === "localhost" || hostname.endsWith(".localhost")) return true;
  const isAddress = hostname.startsWith("[") || /^\d+(\.\d+){3}$/.test(hostname);
  return protocol === "https:" && !isAddress;
}
