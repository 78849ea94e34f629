import type { LibraryContext } from "../context.ts";
import { type FormerMarks, SetMarks } from "./schema.ts";
import { writeMarks } from "./write-marks.ts";

/**
 * Makes files one's favourites or not, and rates them, all or none.
 * @returns what they were before, files of equal marks together
 * @throws NOT_FOUND for a file that is missing, trashed or of another library; FORBIDDEN for a token that may only read
 */
export async function setMarks(ctx: LibraryContext, input: SetMarks): Promise<FormerMarks[]> {
  const { fileIds, isFavourite, rating } = SetMarks.parse(input);
  return writeMarks(ctx, fileIds, (mark) => ({
    fileId: mark.fileId,
    isFavourite: isFavourite ?? mark.isFavourite,
    rating: rating === undefined ? mark.rating : rating,
  }));
}
