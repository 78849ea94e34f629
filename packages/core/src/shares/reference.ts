import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import type { Services } from "../context.ts";

/** The part of a share that its references are bound to. */
interface Bound {
  tokenHash: Uint8Array;
}

/** 22 characters of base64url are 16 bytes, one block. */
const referencePattern = /^[\w-]{22}$/;

/**
 * What a share calls a file: its id as one block of AES-256 (FIPS 197) under a key of that share alone. It needs no look-up, tells nothing,
 * and opens nothing at another share. The key is of the instance's secret, not of the token: who has a link could read the id otherwise.
 */
export function referenceOf(services: Services, share: Bound, fileId: string): string {
  const cipher = createCipheriv("aes-256-ecb", keyOf(services, share), null).setAutoPadding(false);
  const id = Buffer.from(fileId.replaceAll("-", ""), "hex");
  return Buffer.concat([cipher.update(id), cipher.final()]).toString("base64url");
}

/** @returns the id that a reference stands for at a share: of no file when it was made up; null for what is no reference */
export function fileIdIn(services: Services, share: Bound, reference: string): string | null {
  if (!referencePattern.test(reference)) return null;
  const block = Buffer.from(reference, "base64url");
  // The last character holds four bits more than the block: each file has one reference, not sixteen.
  if (block.toString("base64url") !== reference) return null;
  const decipher = createDecipheriv("aes-256-ecb", keyOf(services, share), null).setAutoPadding(false);
  const id = Buffer.concat([decipher.update(block), decipher.final()]).toString("hex");
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function keyOf({ sessionSecret }: Services, { tokenHash }: Bound): Buffer {
  const purpose = `references of the share ${Buffer.from(tokenHash).toString("hex")}`;
  return Buffer.from(hkdfSync("sha256", sessionSecret, "", purpose, 32));
}
