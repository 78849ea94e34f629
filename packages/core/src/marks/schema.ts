import { z } from "zod";
import { InLibrary } from "../libraries/schema.ts";

/** Most files that are marked in one act. */
const mostFiles = 10_000;

/** What one person thinks of files: what is not given stays as it is. */
export const SetMarks = InLibrary.extend({
  fileIds: z.array(z.uuid()).min(1).max(mostFiles),
  isFavourite: z.boolean().optional(),
  /** 1–5; null takes the rating away. */
  rating: z.number().int().min(1).max(5).nullish(),
});
export type SetMarks = z.infer<typeof SetMarks>;

/** One page of one's favourites in a library, newest capture first. */
export const ListFavourites = InLibrary.extend({
  cursor: z.string().max(2_000).nullish(),
  limit: z.number().int().min(1).max(500).default(200),
});
export type ListFavourites = z.input<typeof ListFavourites>;

const FormerMarks = z.object({
  fileIds: z.array(z.uuid()).min(1).max(mostFiles),
  isFavourite: z.boolean(),
  rating: z.number().int().min(1).max(5).nullable(),
});

/** Files that had the same marks before an act: giving those back is the way back. */
export type FormerMarks = z.infer<typeof FormerMarks>;

/** Takes an act of marking back. */
export const RestoreMarks = InLibrary.extend({
  former: z
    .array(FormerMarks)
    .min(1)
    // A favourite or not, with each rating or none.
    .max(12)
    .refine(
      (groups) => groups.reduce((sum, { fileIds }) => sum + fileIds.length, 0) <= mostFiles,
      "Choose at most 10,000 files.",
    ),
});
export type RestoreMarks = z.infer<typeof RestoreMarks>;

/** What a person marked a file with. */
export type Mark = { isFavourite: boolean; rating: number | null };

/** How one person's mark on a file changed when it took over those of others; null for none. */
export type TakenMark = { userId: string; before: Mark | null; after: Mark };
