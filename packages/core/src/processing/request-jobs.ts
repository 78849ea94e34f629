import type { TrackedJob } from "@alcoves/jobs";
import type { Context } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import { familySql } from "./family-sql.ts";

/**
 * Asks for a job on rows, as part of the running transaction: bumps the version, so that a run of the old one is thrown
 * away when it ends, and lets the job out after the commit.
 */
export async function requestJobs(
  ctx: Transaction<Context>,
  contract: TrackedJob,
  rowIds: readonly string[],
): Promise<void> {
  if (rowIds.length === 0) return;
  const libraries = await ctx.db.$queryRawUnsafe<{ libraryId: string }[]>(
    familySql(contract).request.text,
    rowIds,
  );
  for (const { libraryId } of libraries) ctx.afterCommit.news.add(libraryId);
  ctx.afterCommit.hasJobs = true;
}
