import { z } from "zod";
import { InLibrary } from "../libraries/schema.ts";

/** What one person thinks of files: what is not given stays as it is. */
export const SetMarks = InLibrary.extend({
  fileIds: z.array(z.uuid()).min(1).max(10_000),
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

/** Files that had the same marks before an act: setting those again is the way back. */
export interface FormerMarks {
  fileIds: string[];
  isFavourite: boolean;
  rating: number | null;
}

/** What a person marked a file with. */
export type Mark = { isFavourite: boolean; rating: number | null };

/** How one person's mark on a file changed when it took over those of others; null for none. */
export type TakenMark = { userId: string; before: Mark | null; after: Mark };
