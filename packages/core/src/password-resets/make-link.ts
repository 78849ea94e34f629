import { createHash, randomBytes } from "node:crypto";
import type { Context } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import type { ResetLink } from "./schema.ts";

/** The SHA-256 under which the token of a link is kept, as bytes that Prisma takes. */
export function resetHashOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}

/** Makes a link of 256 random bits. Those made before for the account end with it. @param minutes how long it lives */
export async function makeLink(
  ctx: Transaction<Context>,
  { userId, minutes }: { userId: string; minutes: number },
): Promise<ResetLink> {
  const { clock, origin } = ctx.services;
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(clock().getTime() + minutes * 60_000);
  // One after the other: of two that are made at once, one stands.
  await ctx.db.$queryRaw`SELECT FROM users WHERE id = ${userId}::uuid FOR UPDATE`;
  await ctx.db.passwordReset.deleteMany({ where: { userId } });
  await ctx.db.passwordReset.create({ data: { userId, tokenHash: resetHashOf(token), expiresAt } });
  return { url: `${origin}/reset/${token}`, expiresAt };
}
