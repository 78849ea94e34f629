import { z } from "zod";
import { FolderName } from "../folders/schema.ts";
import { InLibrary } from "../libraries/schema.ts";

/** Files and folders that go one way together at most. */
export const mostItems = 10_000;

const ids = () => z.array(z.uuid()).max(mostItems).default([]);
const tooMany = `Choose at most ${mostItems.toLocaleString("en")} files and folders at a time.`;
const atMost = ({ fileIds, folderIds }: { fileIds: string[]; folderIds: string[] }) =>
  fileIds.length + folderIds.length <= mostItems;

/** Items are files and folders that go one way together: all of them, or none. */
const SomeItems = InLibrary.extend({ fileIds: ids(), folderIds: ids() });

/** Items by their ids alone, as what lies in the trash is chosen. */
export const NamedItems = SomeItems.refine(
  ({ fileIds, folderIds }) => fileIds.length + folderIds.length > 0,
  "Choose something first.",
).refine(atMost, tooMany);
export type NamedItems = z.input<typeof NamedItems>;

/** Items by their ids, and everything directly inside a folder or at the top, loaded by whoever asks or not. */
const SomeOfAll = SomeItems.extend({
  everythingIn: z.object({ folderId: z.uuid().nullable() }).optional(),
});
const isSome = ({ fileIds, folderIds, everythingIn }: z.infer<typeof SomeOfAll>) =>
  everythingIn !== undefined || fileIds.length + folderIds.length > 0;

/** Items of a library that are not in its trash. */
export const Items = SomeOfAll.refine(isSome, "Choose something first.").refine(atMost, tooMany);
export type Items = z.input<typeof Items>;

/** Moves items into another folder of their library, or to its top. */
export const MoveItems = SomeOfAll.extend({ toFolderId: z.uuid().nullable() })
  .refine(isSome, "Choose something first.")
  .refine(atMost, tooMany);
export type MoveItems = z.input<typeof MoveItems>;

/** Copies items into a folder of their library or of another, or to the top of it. */
export const CopyItems = SomeOfAll.extend({
  /** The library of the items unless said otherwise. */
  toLibraryId: z.uuid().optional(),
  toFolderId: z.uuid().nullable(),
})
  .refine(isSome, "Choose something first.")
  .refine(atMost, tooMany);
export type CopyItems = z.input<typeof CopyItems>;

/** Gives a folder another name. */
export const RenameFolder = InLibrary.extend({ folderId: z.uuid(), name: FolderName });
export type RenameFolder = z.infer<typeof RenameFolder>;

/** Gives a file another name; what it is made of, its extension says as before. */
export const RenameFile = InLibrary.extend({
  fileId: z.uuid(),
  name: z.string().trim().min(1, "Name the file.").max(1_000, "Use a shorter name."),
});
export type RenameFile = z.infer<typeof RenameFile>;

/** Names an act that is to be taken back. */
export const UndoAct = InLibrary.extend({ undoId: z.uuid() });
export type UndoAct = z.infer<typeof UndoAct>;

/** What every act on items answers. */
export interface Act {
  /** Takes the act back within the hour, as one act; null for who has no account. */
  undoId: string | null;
  /** What it was done to by itself, companions and what lies in folders not counted. */
  files: number;
  folders: number;
}
