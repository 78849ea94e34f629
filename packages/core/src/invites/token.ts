import { createHmac, timingSafeEqual } from "node:crypto";
import type { Services } from "../context.ts";
import { notFound } from "../errors.ts";

const signatureBytes = 16;

/**
 * The token of an invite: the 16 bytes of its id and the first 128 bits of HMAC-SHA256 over them. It can be shown again whenever
 * somebody wants to copy the link, and a stolen database holds none.
 */
export function inviteTokenOf(services: Services, inviteId: string): string {
  const id = Buffer.from(inviteId.replaceAll("-", ""), "hex");
  return Buffer.concat([id, sign(services, id)]).toString("base64url");
}

/** @returns the id in a token. @throws NOT_FOUND for a token that is not ours, compared in constant time */
export function inviteIdOf(services: Services, token: string): string {
  const bytes = Buffer.from(token, "base64url");
  const id = bytes.subarray(0, -signatureBytes);
  if (id.length !== 16 || !timingSafeEqual(bytes.subarray(-signatureBytes), sign(services, id))) {
    throw notFound("invite");
  }
  return id.toString("hex").replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function sign({ sessionSecret }: Services, id: Buffer): Buffer {
  return createHmac("sha256", sessionSecret).update("invite").update(id).digest().subarray(0, signatureBytes);
}
