import { requireAccount } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { type ChosenFiles, listChosenFiles } from "../files/index.ts";
import type { FilePage } from "../files/schema.ts";
import { ListFavourites } from "./schema.ts";

const favourites: ChosenFiles = {
  name: "favourites",
  join: "JOIN file_marks chosen ON chosen.file_id = f.id AND chosen.user_id = $4 AND chosen.is_favourite",
  key: { sql: "f.filed_at", type: "timestamp" },
  direction: "DESC",
};

/** One page of one's favourites in a library, newest capture first. @throws INVALID for a made-up cursor */
export async function listFavourites(ctx: LibraryContext, input: ListFavourites): Promise<FilePage> {
  const { cursor, limit } = ListFavourites.parse(input);
  const { userId } = requireAccount(ctx);
  return listChosenFiles(ctx, favourites, { chooserId: userId, cursor, limit });
}
