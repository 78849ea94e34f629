import { momentExport } from "@alcoves/jobs";
import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { stopJob } from "../processing/index.ts";
import { OneMoment } from "./schema.ts";

/** Stops the export of a moment that waits or runs; it can be asked for again. @throws CONFLICT when it neither waits nor runs */
export async function stopExport(ctx: LibraryContext, input: OneMoment): Promise<void> {
  const { momentId } = OneMoment.parse(input);
  const { libraryId } = ctx.access;
  const row = await ctx.db.moment.findFirst({
    where: { id: momentId, libraryId, removedAt: null, file: { trashedAt: null } },
    select: { id: true },
  });
  if (!row) throw notFound("moment");
  if (!(await stopJob(ctx, momentExport, { rowId: momentId, reason: "The export was stopped." })))
    throw new DomainError("CONFLICT", "This is not being exported any more.");
}
