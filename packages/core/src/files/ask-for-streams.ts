import type { Context } from "../context.ts";
import { requestJobs } from "../processing/index.ts";
import { transaction } from "../transaction.ts";
import { jobOf } from "./jobs-of-kind.ts";

/** Most videos of one call, so that switching streams on for a large library never floods the queue. */
const batch = 50;

/**
 * Asks for the streams of some videos that were there before their library was switched to have them. Safe to run anywhere.
 * @returns how many were asked for; fewer than a batch when no more are left
 */
export async function askForStreams(ctx: Context): Promise<number> {
  return transaction(ctx, async (ctx) => {
    const files = await ctx.db.$queryRaw<{ id: string }[]>`
      SELECT f.id FROM libraries l JOIN files f ON f.library_id = l.id
      WHERE l.makes_streams AND f.kind = 'video' AND f.hls_version = 0 AND f.trashed_at IS NULL
      ORDER BY f.id LIMIT ${batch} FOR UPDATE OF f SKIP LOCKED`;
    await requestJobs(
      ctx,
      jobOf.hls,
      files.map(({ id }) => id),
    );
    return files.length;
  });
}
