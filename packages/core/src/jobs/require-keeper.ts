import { requireInstanceOwner, requireWriter } from "../access/index.ts";
import type { AccountPrincipal, Context } from "../context.ts";

/** @throws FORBIDDEN but for the instance owner, and for a token of theirs that may only read */
export function requireKeeper(ctx: Context): AccountPrincipal {
  const owner = requireInstanceOwner(ctx);
  requireWriter(ctx);
  return owner;
}
