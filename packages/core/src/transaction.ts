import type { AfterCommit, Context } from "./context.ts";
import { sendJobs } from "./send-jobs.ts";

/** A context whose writes are one transaction. */
export type Transaction<Ctx extends Context> = Ctx & { readonly afterCommit: AfterCommit };

/**
 * Runs `work` in one transaction and lets jobs and nudges out after its commit. Inside a transaction it joins that one.
 * @throws what `work` throws, after everything was rolled back
 */
export async function transaction<Ctx extends Context, Result>(
  ctx: Ctx,
  work: (ctx: Transaction<Ctx>) => Promise<Result>,
): Promise<Result> {
  if (ctx.afterCommit) return work({ ...ctx, afterCommit: ctx.afterCommit });
  const afterCommit: AfterCommit = { news: new Set(), jobs: [] };
  const result = await ctx.services.database.prisma.$transaction((db) => work({ ...ctx, db, afterCommit }), {
    maxWait: 10_000,
    timeout: 30_000,
  });
  await sendJobs(ctx, afterCommit.jobs);
  if (afterCommit.news.size > 0) await ctx.services.nudges.send(afterCommit.news);
  return result;
}
