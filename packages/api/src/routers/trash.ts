import { Items, NamedItems } from "@alcoves/core/items";
import { InLibrary } from "@alcoves/core/libraries/schema";
import { emptyTrash, ListTrash, listTrash, purgeItems, restoreItems, trashItems } from "@alcoves/core/trash";
import { libraryProcedure, router } from "../trpc.ts";

export const trashRouter = router({
  list: libraryProcedure("see the trash", ListTrash).query(({ ctx, input }) => listTrash(ctx.core, input)),
  add: libraryProcedure("move files to the trash", Items).mutation(({ ctx, input }) =>
    trashItems(ctx.core, input),
  ),
  restore: libraryProcedure("take files out of the trash", NamedItems).mutation(({ ctx, input }) =>
    restoreItems(ctx.core, input),
  ),
  purge: libraryProcedure("delete files for good", NamedItems).mutation(({ ctx, input }) =>
    purgeItems(ctx.core, input),
  ),
  empty: libraryProcedure("delete files for good", InLibrary).mutation(({ ctx }) => emptyTrash(ctx.core)),
});
