import { isDeadlock } from "@alcoves/db";
import type { LibraryContext } from "../context.ts";
import { lockTree } from "../folders/index.ts";
import { type Transaction, transaction } from "../transaction.ts";

const tries = 4;

/**
 * Runs an act on a library's tree in one transaction, after every other act on it. Workers write to the same rows in an order of
 * their own; when the database ends the act because the two wait for each other, nothing was done, and it is done again.
 */
export async function reorganise<Result>(
  ctx: LibraryContext,
  act: (ctx: Transaction<LibraryContext>) => Promise<Result>,
): Promise<Result> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await transaction(ctx, async (ctx) => {
        await lockTree(ctx, ctx.access.libraryId, "to reorganise");
        return act(ctx);
      });
    } catch (error) {
      if (left === 0 || !isDeadlock(error)) throw error;
    }
  }
}
