import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const nonceBytes = 12;
const tagBytes = 16;

/** What a seal is made with: the secret of the instance, and what for. What one purpose sealed no other opens. */
export interface SealKey {
  readonly secret: string;
  /** What is sealed and of whom, such as `totp secret of <user id>`: rows that were swapped do not open. */
  readonly purpose: string;
}

/**
 * Makes bytes unreadable and unchangeable to whoever has not the secret: AES-256-GCM (NIST SP 800-38D) under a key
 * derived by HKDF-SHA256 (RFC 5869).
 * @returns nonce, ciphertext and tag in one
 */
export function seal(key: SealKey, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", derive(key), nonce);
  const hidden = [cipher.update(bytes), cipher.final()];
  return new Uint8Array(Buffer.concat([nonce, ...hidden, cipher.getAuthTag()]));
}

/** @returns what was sealed; null for what was changed, or sealed with another secret or for another purpose */
export function unseal(key: SealKey, sealed: Uint8Array): Buffer | null {
  if (sealed.length < nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv("aes-256-gcm", derive(key), sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const opened = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    return null; // the tag does not fit
  }
}

function derive({ secret, purpose }: SealKey): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", purpose, 32));
}
