import { InLibrary } from "@alcoves/core/libraries/schema";
import {
  emptyTrash,
  ListTrash,
  listTrash,
  ManyFiles,
  purgeFiles,
  restoreFiles,
  trashFiles,
} from "@alcoves/core/trash";
import { libraryProcedure, router } from "../trpc.ts";

export const trashRouter = router({
  list: libraryProcedure("see the trash", ListTrash).query(({ ctx, input }) => listTrash(ctx.core, input)),
  add: libraryProcedure("move files to the trash", ManyFiles).mutation(({ ctx, input }) =>
    trashFiles(ctx.core, input),
  ),
  restore: libraryProcedure("take files out of the trash", ManyFiles).mutation(({ ctx, input }) =>
    restoreFiles(ctx.core, input),
  ),
  purge: libraryProcedure("delete files for good", ManyFiles).mutation(({ ctx, input }) =>
    purgeFiles(ctx.core, input),
  ),
  empty: libraryProcedure("delete files for good", InLibrary).mutation(({ ctx }) => emptyTrash(ctx.core)),
});
