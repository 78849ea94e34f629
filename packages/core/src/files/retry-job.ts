import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { requestJobs } from "../processing/index.ts";
import { transaction } from "../transaction.ts";
import { firstJobs, jobOf } from "./jobs-of-kind.ts";
import { requestVariants } from "./save-results.ts";
import { type FileJob, type FileKind, RetryJob } from "./schema.ts";

/** Asks for one of a file's jobs again, or for the stream of a video that has none. @throws CONFLICT while that job waits or runs */
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
  if (row[`${job}Version`] === 0 && !mayHave(row.kind, job))
    throw new DomainError("INVALID", "This file has no such job.");
  await transaction(ctx, (ctx) =>
    job === "variants" ? requestVariants(ctx, fileId) : requestJobs(ctx, jobOf[job], [fileId]),
  );
}

/** Whether a job is one of a file's kind, also when nobody has asked for it yet. */
function mayHave(kind: FileKind, job: FileJob): boolean {
  const first: readonly FileJob[] = firstJobs[kind];
  return first.includes(job) || (kind === "video" && job === "hls");
}
