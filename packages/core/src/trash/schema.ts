import { z } from "zod";
import type { FileKind } from "../files/schema.ts";
import { InLibrary } from "../libraries/schema.ts";

/** Files that go one way together: all of them, or none. */
export const ManyFiles = InLibrary.extend({ fileIds: z.array(z.uuid()).min(1).max(1_000) });
export type ManyFiles = z.infer<typeof ManyFiles>;

/** One page of a library's trash, latest first. */
export const ListTrash = InLibrary.extend({
  cursor: z.string().max(200).nullish(),
  limit: z.number().int().min(1).max(500).default(100),
});
export type ListTrash = z.infer<typeof ListTrash>;

/** A file in the trash. */
export interface TrashedFile {
  fileId: string;
  name: string;
  kind: FileKind;
  sizeBytes: number;
  trashedAt: Date;
  /** Whoever asks may take it out: contributors what they uploaded, admins everything. */
  mayRestore: boolean;
  /** Base64 of a ThumbHash: all that is shown of a picture in the trash. */
  thumbhash: string | null;
}

/** A page of the trash; `nextCursor` is null on the last. */
export interface TrashPage {
  files: TrashedFile[];
  nextCursor: string | null;
  /** Days until a file in the trash is deleted for good. */
  days: number;
}
