import { ListFavourites, listFavourites, SetMarks, setMarks } from "@alcoves/core/marks";
import { libraryProcedure, router } from "../trpc.ts";

export const marksRouter = router({
  set: libraryProcedure("mark files", SetMarks).mutation(({ ctx, input }) => setMarks(ctx.core, input)),
  favourites: libraryProcedure("see its files", ListFavourites).query(({ ctx, input }) =>
    listFavourites(ctx.core, input),
  ),
});
