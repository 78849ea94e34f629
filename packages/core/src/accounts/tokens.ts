import { randomBytes } from "node:crypto";
import { requireSession } from "../access/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { tokenHashOf } from "./find-principal.ts";
import { CreateToken, type TokenSummary } from "./schema.ts";

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * Makes a personal access token of 256 random bits; it is returned once and kept as its SHA-256.
 * @throws FORBIDDEN when a token asks: a token cannot make another
 */
export async function createToken(
  ctx: Context,
  input: CreateToken,
): Promise<{ tokenId: string; token: string }> {
  const { userId } = requireSession(ctx);
  const { name, scope, expiresInDays } = CreateToken.parse(input);
  const token = `alc_${randomBytes(32).toString("base64url")}`;
  const expiresAt = expiresInDays ? new Date(ctx.services.clock().getTime() + expiresInDays * dayMs) : null;
  const tokenHash = new Uint8Array(tokenHashOf(token));
  return transaction(ctx, async (ctx) => {
    const { id } = await ctx.db.accessToken.create({ data: { userId, name, scope, expiresAt, tokenHash } });
    await recordAudit(ctx, "token.created", { tokenId: id, name, scope });
    return { tokenId: id, token };
  });
}

/** The signed-in person's tokens, newest first. */
export async function listTokens(ctx: Context): Promise<TokenSummary[]> {
  const { userId } = requireSession(ctx);
  const rows = await ctx.db.accessToken.findMany({ where: { userId }, orderBy: { id: "desc" } });
  return rows.map(({ id, name, scope, createdAt, lastUsedAt, expiresAt }) => ({
    tokenId: id,
    name,
    scope,
    createdAt,
    lastUsedAt,
    expiresAt,
  }));
}

/** Ends one of the signed-in person's tokens at once, its streams too. @throws NOT_FOUND for a token that is not theirs */
export async function revokeToken(ctx: Context, { tokenId }: { tokenId: string }): Promise<void> {
  const { userId } = requireSession(ctx);
  await transaction(ctx, async (ctx) => {
    const token = await ctx.db.accessToken.findFirst({ where: { id: tokenId, userId } });
    if (!token) throw notFound("token");
    await ctx.db.accessToken.deleteMany({ where: { id: tokenId } });
    ctx.afterCommit.news.add(userId);
    await recordAudit(ctx, "token.revoked", { tokenId, name: token.name });
  });
}
