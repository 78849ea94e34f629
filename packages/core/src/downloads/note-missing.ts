import { Buffer } from "node:buffer";
import { Readable } from "node:stream";
import type { LibraryContext } from "../context.ts";
import type { Chosen, Contents } from "./find-contents.ts";
import type { ZipEntry } from "./write-zip.ts";

const noteName = "Not in this download.txt";

const statement = {
  name: "download-missing",
  text: `
    SELECT name FROM (
      SELECT name, id FROM files WHERE library_id = $1 AND id = ANY($2::uuid[]) AND purged_at IS NULL
      UNION ALL SELECT name, id FROM moments WHERE library_id = $1 AND id = ANY($2::uuid[])
    ) missing ORDER BY lower(name), id`,
};

/**
 * A text that names the files and moments that were chosen and have since gone to the trash. Whoever downloads five thousand files would not
 * understand that the whole transfer fails because somebody put one of them away, nor notice by themselves that it is not there.
 * What was put away inside of a chosen folder is no more in that folder than anything else, and is not named.
 * @returns null when all are there
 */
export async function noteMissing(
  ctx: LibraryContext,
  chosen: Chosen,
  { contents: { files, clips }, paths }: { contents: Contents; paths: ReadonlySet<string> },
): Promise<ZipEntry | null> {
  const found = new Set([...files.map(({ fileId }) => fileId), ...clips.map(({ momentId }) => momentId)]);
  const missing = [...chosen.fileIds, ...chosen.momentIds].filter((id) => !found.has(id));
  if (missing.length === 0) return null;
  const named = await ctx.sql.read<{ name: string }>(statement, [ctx.access.libraryId, missing]);
  const lines = named.map(({ name }) => name);
  const gone = missing.length - named.length;
  if (gone > 0) lines.push(`${gone} more, deleted for good`);
  const text = `These files were removed from the library after the download was prepared:\r\n\r\n${lines.join("\r\n")}\r\n`;
  const bytes = Buffer.from(text);
  return {
    path: paths.has(noteName) ? `_${noteName}` : noteName,
    sizeBytes: bytes.length,
    modifiedAt: ctx.services.clock(),
    open: async () => ({ stream: Readable.from([bytes], { objectMode: false }), sizeBytes: bytes.length }),
  };
}
