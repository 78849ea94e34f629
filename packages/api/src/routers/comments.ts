import {
  AddComment,
  addComment,
  EditComment,
  editComment,
  listComments,
  OneComment,
  ResolveComment,
  removeComment,
  resolveComment,
} from "@alcoves/core/comments";
import { OneFile } from "@alcoves/core/files";
import { libraryProcedure, router } from "../trpc.ts";

export const commentsRouter = router({
  list: libraryProcedure("see its files", OneFile).query(({ ctx, input }) => listComments(ctx.core, input)),
  add: libraryProcedure("comment on files", AddComment).mutation(({ ctx, input }) =>
    addComment(ctx.core, input),
  ),
  edit: libraryProcedure("comment on files", EditComment).mutation(({ ctx, input }) =>
    editComment(ctx.core, input),
  ),
  remove: libraryProcedure("comment on files", OneComment).mutation(({ ctx, input }) =>
    removeComment(ctx.core, input),
  ),
  resolve: libraryProcedure("comment on files", ResolveComment).mutation(({ ctx, input }) =>
    resolveComment(ctx.core, input),
  ),
});
