import { z } from "zod";
import type { TileFile } from "../files/schema.ts";
import { InLibrary } from "../libraries/schema.ts";

/** An album's name: unique where it stands, letter case aside. */
export const AlbumName = z
  .string()
  .trim()
  .normalize("NFC")
  .min(1, "Name the album.")
  .max(100, "Use at most 100 characters.")
  .regex(/^\P{Cc}+$/u, "An album's name is one line.");

const AlbumDescription = z
  .string()
  .trim()
  .max(10_000, "Use at most 10,000 characters.")
  .regex(/^(?:\P{Cc}|[\n\r\t])*$/u, "A description holds no control characters.")
  .nullable();

/** What making an album takes; without a parent it stands beside those that are in none. */
export const CreateAlbum = InLibrary.extend({
  name: AlbumName,
  description: AlbumDescription.default(null),
  parentId: z.uuid().nullable().default(null),
});
export type CreateAlbum = z.input<typeof CreateAlbum>;

/** Names one album in a library. */
export const OneAlbum = InLibrary.extend({ albumId: z.uuid() });
export type OneAlbum = z.infer<typeof OneAlbum>;

/** An album's other name, other description, or both. */
export const UpdateAlbum = OneAlbum.extend({
  name: AlbumName.optional(),
  description: AlbumDescription.optional(),
});
export type UpdateAlbum = z.infer<typeof UpdateAlbum>;

/** Puts an album into another, or beside those that are in none. */
export const MoveAlbum = OneAlbum.extend({ parentId: z.uuid().nullable() });
export type MoveAlbum = z.infer<typeof MoveAlbum>;

/** Most files of one act. */
const mostFiles = 10_000;

const FileIds = z.array(z.uuid()).min(1).max(mostFiles, "Choose at most 10,000 files.");

/** Puts files into an album, in this order, before a file of it or at its end. */
export const AddToAlbum = OneAlbum.extend({ fileIds: FileIds, before: z.uuid().nullable().default(null) });
export type AddToAlbum = z.input<typeof AddToAlbum>;

/** Moves files of an album, in this order, before another file of it or to its end. */
export const ArrangeAlbum = OneAlbum.extend({ fileIds: FileIds, before: z.uuid().nullable() });
export type ArrangeAlbum = z.infer<typeof ArrangeAlbum>;

/** Takes files out of an album; the library keeps them. */
export const TakeFromAlbum = OneAlbum.extend({ fileIds: FileIds });
export type TakeFromAlbum = z.infer<typeof TakeFromAlbum>;

/** Makes a file of an album its cover; null for its first. */
export const SetAlbumCover = OneAlbum.extend({ fileId: z.uuid().nullable() });
export type SetAlbumCover = z.infer<typeof SetAlbumCover>;

/** One page of an album's files, in its order. */
export const ListAlbumFiles = OneAlbum.extend({
  cursor: z.string().max(2_000).nullish(),
  limit: z.number().int().min(1).max(500).default(200),
});
export type ListAlbumFiles = z.input<typeof ListAlbumFiles>;

/** An album among the library's albums, what is in the trash aside. */
export interface AlbumSummary {
  albumId: string;
  /** The album it is in; null for one that is in none. */
  parentId: string | null;
  name: string;
  description: string | null;
  /** Files in the album itself, not in those that are in it. */
  fileCount: number;
  /** The chosen file, else the first; null for an album without files. */
  cover: Pick<TileFile, "fileId" | "thumbhash" | "pictures"> | null;
  /** Whoever asks may rename, arrange and delete it: contributors what they made, admins every one. */
  mayChange: boolean;
}

const AlbumRun = z.object({ fileIds: FileIds, before: z.uuid().nullable() });

/** Files that stood together in an album, and the file that came after them; null at the end. */
export type AlbumRun = z.infer<typeof AlbumRun>;

/** Puts files back to where they stood in an album before they were arranged or taken out. */
export const PutBackInAlbum = OneAlbum.extend({
  runs: z
    .array(AlbumRun)
    .min(1)
    .refine(
      (runs) => runs.reduce((sum, { fileIds }) => sum + fileIds.length, 0) <= mostFiles,
      "Choose at most 10,000 files.",
    ),
});
export type PutBackInAlbum = z.infer<typeof PutBackInAlbum>;

/** What a file got in albums from others. */
export type TakenPlaces = {
  /** Albums that it was not in. */
  albumIds: string[];
  /** Albums of which it became the cover, with what was it before. */
  covers: { albumId: string; fileId: string }[];
};
