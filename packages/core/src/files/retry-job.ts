import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { requestJobs } from "../processing/index.ts";
import { transaction } from "../transaction.ts";
import { jobOf } from "./jobs-of-kind.ts";
import { RetryJob } from "./schema.ts";

/** Asks for one of a file's jobs again. @throws CONFLICT while that job waits or runs */
export async function retryJob(ctx: LibraryContext, input: RetryJob): Promise<void> {
  const { fileId, job } = RetryJob.parse(input);
  const row = await ctx.db.file.findFirst({
    where: { id: fileId, libraryId: ctx.access.libraryId, trashedAt: null },
  });
  if (!row) throw notFound("file");
  const status = row[`${job}Status`];
  if (status === "queued" || status === "processing") {
    throw new DomainError("CONFLICT", "This is being worked on already.");
  }
  if (row[`${job}Version`] === 0) throw new DomainError("INVALID", "This file has no such job.");
  await transaction(ctx, (ctx) => requestJobs(ctx, jobOf[job], [fileId]));
}
