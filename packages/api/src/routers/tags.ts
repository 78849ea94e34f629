import { InLibrary } from "@alcoves/core/libraries";
import {
  CreateTag,
  createTag,
  ListTagFiles,
  listTagFiles,
  listTagFolders,
  listTags,
  MergeTags,
  mergeTags,
  OneTag,
  PutTags,
  putTags,
  removeTag,
  TagsOf,
  tagsOf,
  UndoTags,
  UpdateTag,
  undoTags,
  updateTag,
} from "@alcoves/core/tags";
import { libraryProcedure, router } from "../trpc.ts";

export const tagsRouter = router({
  list: libraryProcedure("see its files", InLibrary).query(({ ctx }) => listTags(ctx.core)),
  // It changes nothing, but an address has no room for ten thousand ids.
  of: libraryProcedure("see its files", TagsOf).mutation(({ ctx, input }) => tagsOf(ctx.core, input)),
  files: libraryProcedure("see its files", ListTagFiles).query(({ ctx, input }) =>
    listTagFiles(ctx.core, input),
  ),
  folders: libraryProcedure("see its files", OneTag).query(({ ctx, input }) =>
    listTagFolders(ctx.core, input),
  ),
  create: libraryProcedure("make tags", CreateTag).mutation(({ ctx, input }) => createTag(ctx.core, input)),
  put: libraryProcedure("tag files", PutTags).mutation(({ ctx, input }) => putTags(ctx.core, input)),
  undo: libraryProcedure("tag files", UndoTags).mutation(({ ctx, input }) => undoTags(ctx.core, input)),
  update: libraryProcedure("change tags", UpdateTag).mutation(({ ctx, input }) => updateTag(ctx.core, input)),
  merge: libraryProcedure("change tags", MergeTags).mutation(({ ctx, input }) => mergeTags(ctx.core, input)),
  remove: libraryProcedure("change tags", OneTag).mutation(({ ctx, input }) => removeTag(ctx.core, input)),
});
