export { createTag } from "./create.ts";
export { listTagFiles, listTagFolders, listTags, tagsOf } from "./list.ts";
export { requireTags } from "./lock.ts";
export { mergeTags } from "./merge.ts";
export { putTags, undoTags } from "./put.ts";
export { removeTag } from "./remove.ts";
export {
  CreateTag,
  ListTagFiles,
  MergeTags,
  OneTag,
  PutTags,
  TagsOf,
  UndoTags,
  UpdateTag,
} from "./schema.ts";
export { giveBackTags, takeOverTags } from "./take-over.ts";
export { updateTag } from "./update.ts";
