import { createHmac, timingSafeEqual } from "node:crypto";
import type { Services } from "../context.ts";

/** How long a password is remembered, s: a day. */
export const proofSeconds = 86_400;

/** The part of a share that a proof is bound to: it dies with the share, and with its password. */
interface Locked {
  id: string;
  passwordHash: string | null;
}

/** Says that somebody knew the password of a share, for a day: when it ends, s since 1970, and HMAC-SHA256 over that and the share. */
export function makeProof(services: Services, share: Locked): string {
  const until = Math.floor(services.clock().getTime() / 1_000) + proofSeconds;
  return `${until}.${sign(services, { share, until }).toString("base64url")}`;
}

/** @returns whether a proof is one of this share with this password, and not over. Compared in constant time */
export function isProof(services: Services, share: Locked, proof: string | null): boolean {
  const { until, signature } =
    /^(?<until>\d{1,12})\.(?<signature>[\w-]{43})$/.exec(proof ?? "")?.groups ?? {};
  if (!until || !signature || Number(until) * 1_000 <= services.clock().getTime()) return false;
  return timingSafeEqual(
    Buffer.from(signature, "base64url"),
    sign(services, { share, until: Number(until) }),
  );
}

function sign({ sessionSecret }: Services, { share, until }: { share: Locked; until: number }): Buffer {
  const said = JSON.stringify(["proof of a share", share.id, share.passwordHash, until]);
  return createHmac("sha256", sessionSecret).update(said).digest();
}
