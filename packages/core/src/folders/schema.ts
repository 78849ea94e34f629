import { z } from "zod";
import { InLibrary } from "../libraries/schema.ts";

/** A folder's name: a label, never a path. */
export const FolderName = z
  .string()
  .trim()
  .min(1, "Name the folder.")
  .max(255, "Use at most 255 characters.")
  .regex(/^[^/\\\p{Cc}]+$/u, "A folder's name cannot hold slashes or control characters.");

/** What making a folder takes; without a parent it stands at the top of the library. */
export const CreateFolder = InLibrary.extend({
  parentId: z.uuid().nullable().default(null),
  name: FolderName,
});
export type CreateFolder = z.infer<typeof CreateFolder>;

/** Names a folder, or the top of the library. */
export const InFolder = InLibrary.extend({ folderId: z.uuid().nullable().default(null) });
export type InFolder = z.infer<typeof InFolder>;

/** A folder as listed in its parent. */
export interface FolderSummary {
  folderId: string;
  name: string;
  /** Files directly inside, not in the trash. */
  fileCount: number;
  /** Folders directly inside, not in the trash. */
  folderCount: number;
  /** Whoever asks may rename it: contributors what they made, admins every one. */
  mayChange: boolean;
}

/** A folder's place: the way down from the top, the folder itself last. Empty at the top. */
export type FolderPath = { folderId: string; name: string }[];
