import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { OneFile } from "../files/schema.ts";
import { findMomentRows, toMoment } from "./rows.ts";
import type { Moment } from "./schema.ts";

/** The moments of a file by where they begin. @throws NOT_FOUND for a file of another library or in the trash */
export async function listMoments(ctx: LibraryContext, input: OneFile): Promise<Moment[]> {
  const { fileId } = OneFile.parse(input);
  const file = await ctx.db.file.findFirst({
    where: { id: fileId, libraryId: ctx.access.libraryId, trashedAt: null },
    select: { id: true },
  });
  if (!file) throw notFound("file");
  const rows = await findMomentRows(ctx, { fileId });
  return rows.filter(({ removedAt }) => removedAt === null).map((row) => toMoment(ctx, row));
}
