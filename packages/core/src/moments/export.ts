import { momentExport } from "@alcoves/jobs";
import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { recordFileEvents } from "../events/index.ts";
import { requestJobs } from "../processing/index.ts";
import { transaction } from "../transaction.ts";
import { findMomentRows, type MomentRow, toMoment } from "./rows.ts";
import { type Moment, SomeMoments } from "./schema.ts";

/**
 * Asks for the clips of moments. One that is there already, or on its way, is not made again.
 * @returns the moments as they are now, in the order of their times
 * @throws NOT_FOUND for one that is deleted, of another library or of a file in the trash
 */
export async function exportMoments(ctx: LibraryContext, input: SomeMoments): Promise<Moment[]> {
  const { momentIds } = SomeMoments.parse(input);
  const wanted = { id: { in: [...new Set(momentIds)] } };
  return transaction(ctx, async (ctx) => {
    // Two who ask at once ask for one clip.
    await ctx.db.$queryRaw<object[]>`
      SELECT id FROM moments WHERE id = ANY(${wanted.id.in}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
    const rows = await findMomentRows(ctx, wanted);
    if (rows.some(({ removedAt }) => removedAt) || rows.length < wanted.id.in.length)
      throw notFound("moment");
    const missing = rows.filter(isMissing).map(({ id }) => id);
    await requestJobs(ctx, momentExport, missing);
    const fileIds = new Set(rows.filter(isMissing).map(({ fileId }) => fileId));
    await recordFileEvents(ctx, "moments.changed", [...fileIds]);
    const now = missing.length > 0 ? await findMomentRows(ctx, wanted) : rows;
    return now.map((row) => toMoment(ctx, row));
  });
}

function isMissing({ exportStatus }: MomentRow): boolean {
  return exportStatus === "not_needed" || exportStatus === "failed";
}
