import { Secret, TOTP } from "otpauth";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { seal, unseal } from "../seal.ts";

/** Bytes of a secret: as long as the HMAC's output (RFC 4226, 4). */
const secretBytes = 20;
const period = 30;
/** Steps before and after this one whose codes count too, for clocks that are off (RFC 6238, 5.2). */
const window = 1;

/** Of whom a secret is. */
interface Owner {
  id: string;
  email: string;
}

/** @returns a new secret, and the same sealed for the person's row */
export function newTotp(ctx: Context, owner: Owner) {
  const secret = new Secret({ size: secretBytes });
  return { totp: totpOf(secret, owner), sealed: seal(sealKey(ctx, owner), secret.bytes) };
}

/**
 * @returns the time step whose code this is, null for a wrong one
 * @throws UNAVAILABLE when the secret was sealed under another secret of the instance
 */
export function stepOf(
  ctx: Context,
  user: Owner & { totpSecret: Uint8Array | null },
  code: string,
): number | null {
  if (!user.totpSecret || !/^\d{6}$/.test(code)) return null;
  const bytes = unseal(sealKey(ctx, user), user.totpSecret);
  if (!bytes) {
    throw new DomainError(
      "UNAVAILABLE",
      "Codes cannot be checked: the secret of this instance was changed. Use a recovery code.",
    );
  }
  const timestamp = ctx.services.clock().getTime();
  const secret = new Secret({ buffer: new Uint8Array(bytes).buffer });
  const delta = totpOf(secret, user).validate({ token: code, timestamp, window });
  return delta === null ? null : TOTP.counter({ period, timestamp }) + delta;
}

function totpOf(secret: Secret, { email }: Owner): TOTP {
  return new TOTP({ issuer: "Alcoves", label: email, secret, period, digits: 6, algorithm: "SHA1" });
}

function sealKey({ services }: Context, { id }: Owner) {
  return { secret: services.sessionSecret, purpose: `totp secret of ${id}` };
}
