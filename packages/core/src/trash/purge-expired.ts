import type { Context } from "../context.ts";
import { reorganise } from "../items/index.ts";
import { purgeBefore } from "./purge-before.ts";

const dayMs = 24 * 60 * 60 * 1_000;

/** Deletes for good what has been in a trash for `trashDays`. @returns how many files that were, companions included */
export async function purgeExpired(ctx: Context): Promise<number> {
  const { clock, trashDays } = ctx.services;
  const before = new Date(clock().getTime() - trashDays * dayMs);
  const libraries = await ctx.db.$queryRaw<{ libraryId: string }[]>`
    SELECT library_id AS "libraryId" FROM files WHERE trashed_at < ${before} AND purged_at IS NULL
    UNION
    SELECT library_id FROM folders WHERE trashed_at < ${before} AND trashed_with_id IS NULL`;
  let count = 0;
  for (const { libraryId } of libraries) {
    const inside = { ...ctx, access: { libraryId, role: "owner" } } as const;
    count += await reorganise(inside, async (ctx) => (await purgeBefore(ctx, before)).files);
  }
  return count;
}
