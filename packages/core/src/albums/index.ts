export { addToAlbum } from "./add-files.ts";
export { arrangeAlbum } from "./arrange.ts";
export { createAlbum } from "./create.ts";
export { listAlbumFiles, listAlbums } from "./list.ts";
export { mayChangeAlbum } from "./lock.ts";
export { moveAlbum } from "./move.ts";
export { putBackInAlbum } from "./put-back.ts";
export { removeAlbum } from "./remove.ts";
export {
  AddToAlbum,
  ArrangeAlbum,
  CreateAlbum,
  ListAlbumFiles,
  MoveAlbum,
  OneAlbum,
  PutBackInAlbum,
  SetAlbumCover,
  TakeFromAlbum,
  UpdateAlbum,
} from "./schema.ts";
export { setAlbumCover } from "./set-cover.ts";
export { takeFromAlbum } from "./take-files.ts";
export { giveBackPlaces, lockAlbumsOf, takeOverPlaces } from "./take-over.ts";
export { updateAlbum } from "./update.ts";
