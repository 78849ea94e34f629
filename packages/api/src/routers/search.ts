import { SearchNames, searchNames } from "@alcoves/core/search";
import { authedProcedure, router } from "../trpc.ts";

export const searchRouter = router({
  names: authedProcedure.input(SearchNames).query(({ ctx, input }) => searchNames(ctx.core, input)),
});
