import { z } from "zod";
import { Confirmed } from "../passwords/schema.ts";

/** A code of an authenticator app or a recovery code, as people type it: with blanks, hyphens and capitals. */
export const SecondFactorCode = z.string().trim().min(1, "Enter the code.").max(40, "That is no code.");

/** What switching two-factor sign-in on takes: the code proves that the app has the secret. */
export const ConfirmSecondFactor = Confirmed.extend({ code: SecondFactorCode });
export type ConfirmSecondFactor = z.infer<typeof ConfirmSecondFactor>;

/** Where the account stands. */
export interface SecondFactor {
  /** Since when signing in takes a code; null while it does not. */
  enabledAt: Date | null;
  /** Recovery codes that were not used yet. */
  recoveryCodesLeft: number;
  /** Whether changes ask for a password: not where the account has none. */
  hasPassword: boolean;
}

/** What an authenticator app is given. */
export interface NewSecondFactor {
  /** For the QR code (Key URI format of the authenticator apps). */
  uri: string;
  /** The same secret in base32, to be typed. */
  secret: string;
}

/** Codes that stand in for the app, each good once; shown this one time. */
export interface RecoveryCodes {
  recoveryCodes: string[];
}
