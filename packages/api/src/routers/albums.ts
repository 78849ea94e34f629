import {
  AddToAlbum,
  ArrangeAlbum,
  addToAlbum,
  arrangeAlbum,
  CreateAlbum,
  createAlbum,
  ListAlbumFiles,
  listAlbumFiles,
  listAlbums,
  MoveAlbum,
  moveAlbum,
  OneAlbum,
  PutBackInAlbum,
  putBackInAlbum,
  removeAlbum,
  SetAlbumCover,
  setAlbumCover,
  TakeFromAlbum,
  takeFromAlbum,
  UpdateAlbum,
  updateAlbum,
} from "@alcoves/core/albums";
import { InLibrary } from "@alcoves/core/libraries";
import { libraryProcedure, router } from "../trpc.ts";

export const albumsRouter = router({
  list: libraryProcedure("see its files", InLibrary).query(({ ctx }) => listAlbums(ctx.core)),
  files: libraryProcedure("see its files", ListAlbumFiles).query(({ ctx, input }) =>
    listAlbumFiles(ctx.core, input),
  ),
  create: libraryProcedure("make albums", CreateAlbum).mutation(({ ctx, input }) =>
    createAlbum(ctx.core, input),
  ),
  add: libraryProcedure("add files to albums", AddToAlbum).mutation(({ ctx, input }) =>
    addToAlbum(ctx.core, input),
  ),
  take: libraryProcedure("add files to albums", TakeFromAlbum).mutation(({ ctx, input }) =>
    takeFromAlbum(ctx.core, input),
  ),
  putBack: libraryProcedure("add files to albums", PutBackInAlbum).mutation(({ ctx, input }) =>
    putBackInAlbum(ctx.core, input),
  ),
  update: libraryProcedure("change albums", UpdateAlbum).mutation(({ ctx, input }) =>
    updateAlbum(ctx.core, input),
  ),
  move: libraryProcedure("change albums", MoveAlbum).mutation(({ ctx, input }) => moveAlbum(ctx.core, input)),
  arrange: libraryProcedure("change albums", ArrangeAlbum).mutation(({ ctx, input }) =>
    arrangeAlbum(ctx.core, input),
  ),
  setCover: libraryProcedure("change albums", SetAlbumCover).mutation(({ ctx, input }) =>
    setAlbumCover(ctx.core, input),
  ),
  remove: libraryProcedure("change albums", OneAlbum).mutation(({ ctx, input }) =>
    removeAlbum(ctx.core, input),
  ),
});
