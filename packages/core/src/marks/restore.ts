import type { LibraryContext } from "../context.ts";
import { RestoreMarks } from "./schema.ts";
import { writeMarks } from "./write-marks.ts";

/**
 * Gives files the marks that they had before an act, as the act told them, all or none.
 * @throws NOT_FOUND for a file that is missing, trashed or of another library; FORBIDDEN for a token that may only read
 */
export async function restoreMarks(ctx: LibraryContext, input: RestoreMarks): Promise<void> {
  const { former } = RestoreMarks.parse(input);
  const marks = new Map(
    former.flatMap(({ fileIds, isFavourite, rating }) =>
      fileIds.map((fileId) => [fileId, { fileId, isFavourite, rating }] as const),
    ),
  );
  await writeMarks(ctx, [...marks.keys()], (mark) => marks.get(mark.fileId) ?? mark);
}
