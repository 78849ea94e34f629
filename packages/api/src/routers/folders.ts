import { CreateFolder, createFolder, getFolderPath, InFolder, listFolders } from "@alcoves/core/folders";
import { RenameFolder, renameFolder } from "@alcoves/core/items";
import { libraryProcedure, router } from "../trpc.ts";

export const foldersRouter = router({
  list: libraryProcedure("see its files", InFolder).query(({ ctx, input }) => listFolders(ctx.core, input)),
  path: libraryProcedure("see its files", InFolder).query(({ ctx, input }) => getFolderPath(ctx.core, input)),
  create: libraryProcedure("make folders", CreateFolder).mutation(({ ctx, input }) =>
    createFolder(ctx.core, input),
  ),
  rename: libraryProcedure("move and rename files", RenameFolder).mutation(({ ctx, input }) =>
    renameFolder(ctx.core, input),
  ),
});
