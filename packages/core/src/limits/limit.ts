import type { Context } from "../context.ts";
import { RateLimited } from "../errors.ts";
import { type LimitName, limits } from "./limits.ts";

/**
 * Counts one more of `name`.
 * @param key whose; the address of the request unless said otherwise. Without an address nobody asks from outside.
 * @throws RateLimited when there were too many
 */
export async function limit(ctx: Context, name: LimitName, key = ctx.origin.address): Promise<void> {
  if (key === null) return;
  const waitMs = await ctx.services.rateLimiter.count({ name, ...limits[name] }, key);
  if (waitMs > 0) throw new RateLimited(Math.ceil(waitMs / 1_000));
}

/**
 * Refuses who has been counted too often already, and counts nothing: for what is counted only when it fails.
 * @throws RateLimited
 */
export async function requireWithin(ctx: Context, name: LimitName, key = ctx.origin.address): Promise<void> {
  if (key === null) return;
  const waitMs = await ctx.services.rateLimiter.wait({ name, ...limits[name] }, key);
  if (waitMs > 0) throw new RateLimited(Math.ceil(waitMs / 1_000));
}
