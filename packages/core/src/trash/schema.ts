import { z } from "zod";
import type { TileFile } from "../files/schema.ts";
import { InLibrary } from "../libraries/schema.ts";

/** One page of a library's trash, latest first. */
export const ListTrash = InLibrary.extend({
  cursor: z.string().max(200).nullish(),
  limit: z.number().int().min(1).max(500).default(100),
});
export type ListTrash = z.input<typeof ListTrash>;

/** A file in the trash; its pictures are shown to those who may see the trash, and nothing else of it. */
export interface TrashedFile extends TileFile {
  of: "file";
  sizeBytes: number;
  trashedAt: Date;
  /** Whoever asks may take it out: contributors what they uploaded, admins everything. */
  mayRestore: boolean;
}

/** A folder in the trash, with what went there with it. */
export interface TrashedFolder {
  of: "folder";
  folderId: string;
  name: string;
  /** Files in it and in the folders below it, companions not counted. */
  fileCount: number;
  /** Folders below it, itself not counted. */
  folderCount: number;
  /** Of all these files, companions included. */
  sizeBytes: number;
  trashedAt: Date;
  /** Whoever asks may take it out: contributors when everything in it is theirs, admins always. */
  mayRestore: boolean;
}

/** A page of what is in the trash by itself; `nextCursor` is null on the last. */
export interface TrashPage {
  items: (TrashedFile | TrashedFolder)[];
  nextCursor: string | null;
  /** Days until what is in the trash is deleted for good. */
  days: number;
}
