export { type Claimed, claimItems, requireOwn } from "./claim.ts";
export { copyItems } from "./copy.ts";
export { type Change, type Changes, keepUndo, standsNow } from "./keep-undo.ts";
export { moveItems } from "./move.ts";
export { type PlacedFolder, requireFreeNames, withFreeNames } from "./names.ts";
export { renameFile } from "./rename-file.ts";
export { renameFolder } from "./rename-folder.ts";
export { reorganise } from "./reorganise.ts";
export {
  type Act,
  CopyItems,
  Items,
  MoveItems,
  NamedItems,
  RenameFile,
  RenameFolder,
  UndoAct,
} from "./schema.ts";
export { nameOf } from "./subject.ts";
export { foldersBelow, requireOutside, requireOwnBelow } from "./tree.ts";
