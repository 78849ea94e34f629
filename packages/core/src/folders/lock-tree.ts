import type { Context } from "../context.ts";
import type { Transaction } from "../transaction.ts";

/**
 * Holds the tree of a library, its folders and what lies in them, until the running transaction ends. Those who reorganise it go
 * one at a time, so that what they looked at stays as it is; those who only add to it go side by side, but not beside them.
 * Taken before anything else of the library is locked: rows after the tree, so that nobody waits in a circle.
 */
export async function lockTree(
  ctx: Transaction<Context>,
  libraryId: string,
  purpose: "to reorganise" | "to add",
): Promise<void> {
  const key = `tree/${libraryId}`;
  if (purpose === "to reorganise") {
    await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  } else {
    await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`;
  }
}
