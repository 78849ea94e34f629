import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { stopJob } from "../processing/index.ts";
import { jobOf } from "./jobs-of-kind.ts";
import { CancelJob } from "./schema.ts";

/**
 * Stops one of a file's jobs that waits or runs. It counts as failed then, with who stopped it as its reason, and can be
 * asked for again. @throws CONFLICT when it neither waits nor runs
 */
export async function cancelJob(ctx: LibraryContext, input: CancelJob): Promise<void> {
  const { fileId, job } = CancelJob.parse(input);
  const { libraryId } = ctx.access;
  const row = await ctx.db.file.findFirst({
    where: { id: fileId, libraryId, trashedAt: null },
    select: { id: true },
  });
  if (!row) throw notFound("file");
  const reason = `Stopped by ${await nameOf(ctx)}.`;
  if (!(await stopJob(ctx, jobOf[job], { rowId: fileId, reason })))
    throw new DomainError("CONFLICT", "This is not being worked on any more.");
}

async function nameOf({ db, principal }: LibraryContext): Promise<string> {
  if (!("userId" in principal)) return "the server";
  const { name } = await db.user.findUniqueOrThrow({
    where: { id: principal.userId },
    select: { name: true },
  });
  return name;
}
