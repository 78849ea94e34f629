import { KeepAll, KeepOne, keepAll, keepOne, ListDuplicates, listDuplicates } from "@alcoves/core/duplicates";
import { libraryProcedure, router } from "../trpc.ts";

export const duplicatesRouter = router({
  list: libraryProcedure("see its files", ListDuplicates).query(({ ctx, input }) =>
    listDuplicates(ctx.core, input),
  ),
  keepOne: libraryProcedure("move files to the trash", KeepOne).mutation(({ ctx, input }) =>
    keepOne(ctx.core, input),
  ),
  keepAll: libraryProcedure("move files to the trash", KeepAll).mutation(({ ctx, input }) =>
    keepAll(ctx.core, input),
  ),
});
