import {
  ListFavourites,
  listFavourites,
  RestoreMarks,
  restoreMarks,
  SetMarks,
  setMarks,
} from "@alcoves/core/marks";
import { libraryProcedure, router } from "../trpc.ts";

export const marksRouter = router({
  set: libraryProcedure("mark files", SetMarks).mutation(({ ctx, input }) => setMarks(ctx.core, input)),
  restore: libraryProcedure("mark files", RestoreMarks).mutation(({ ctx, input }) =>
    restoreMarks(ctx.core, input),
  ),
  favourites: libraryProcedure("see its files", ListFavourites).query(({ ctx, input }) =>
    listFavourites(ctx.core, input),
  ),
});
