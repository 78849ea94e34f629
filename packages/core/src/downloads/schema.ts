import { z } from "zod";
import { InLibrary } from "../libraries/schema.ts";
import { mostMomentsAtOnce } from "../moments/schema.ts";

/** What goes into one archive: files, folders with everything below them, and clips of moments that are made already. */
export const PrepareDownload = InLibrary.extend({
  fileIds: z.array(z.uuid()).max(20_000, "Choose at most 20,000 files at once.").default([]),
  folderIds: z.array(z.uuid()).max(1_000, "Choose at most 1,000 folders at once.").default([]),
  momentIds: z
    .array(z.uuid())
    .max(mostMomentsAtOnce, `Choose at most ${mostMomentsAtOnce} moments at once.`)
    .default([]),
}).refine(
  ({ fileIds, folderIds, momentIds }) => fileIds.length + folderIds.length + momentIds.length > 0,
  "Choose what you want to download.",
);
export type PrepareDownload = z.input<typeof PrepareDownload>;

/** An archive that can be fetched. */
export interface PreparedDownload {
  /** Address that answers with the archive, to whoever prepared it, for an hour. */
  url: string;
  /** Files in it, without those that only accompany others. */
  fileCount: number;
  /** Of the archive, to the byte, as long as nothing in it changes. */
  sizeBytes: number;
}
