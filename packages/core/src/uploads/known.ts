import type { LibraryContext } from "../context.ts";
import { type KnownFile, KnownFiles, KnownSizes } from "./schema.ts";

/** Live, and hashed: what counts. Of what is not hashed, the two indexes that answer here know nothing. */
const isKnown = "f.trashed_at IS NULL AND f.sha256 IS NOT NULL";

const sizesStatement = {
  name: "uploads-known-sizes",
  text: `
    SELECT asked.size_bytes AS "sizeBytes" FROM (SELECT DISTINCT unnest($2::bigint[]) AS size_bytes) asked
    WHERE EXISTS (
      SELECT FROM files f WHERE f.library_id = $1 AND f.size_bytes = asked.size_bytes AND ${isKnown}
    )`,
};

/** Of several files with the same bytes the oldest is named. */
const filesStatement = {
  name: "uploads-known-files",
  text: `
    SELECT DISTINCT ON (f.sha256) encode(f.sha256, 'hex') AS sha256, f.size_bytes AS "sizeBytes",
      coalesce(f.companion_of_id, f.id) AS "fileId", f.name, d.id AS "folderId", d.name AS "folderName"
    FROM unnest($2::text[], $3::bigint[]) AS asked (sha256, size_bytes)
    JOIN files f ON f.library_id = $1 AND f.sha256 = decode(asked.sha256, 'hex')
      AND f.size_bytes = asked.size_bytes AND ${isKnown}
    LEFT JOIN folders d ON d.id = f.folder_id
    WHERE d.trashed_at IS NULL
    ORDER BY f.sha256, f.created_at, f.id`,
};

/**
 * Tells which sizes files of the library have: the cheap question before anything is hashed. Files in the trash count for nothing.
 * @returns those of the sizes that are there
 */
export async function knownSizes(ctx: LibraryContext, input: KnownSizes): Promise<{ sizes: number[] }> {
  const { libraryId } = ctx.access;
  const { sizes } = KnownSizes.parse(input);
  const rows = await ctx.sql.read<{ sizeBytes: bigint }>(sizesStatement, [libraryId, sizes]);
  return { sizes: rows.map(({ sizeBytes }) => Number(sizeBytes)) };
}

/** Finds the files of the library that hold the same bytes, so that nobody sends these again. Nothing is told of the trash. */
export async function knownFiles(ctx: LibraryContext, input: KnownFiles): Promise<{ files: KnownFile[] }> {
  const { libraryId } = ctx.access;
  const { files } = KnownFiles.parse(input);
  const asked = [files.map(({ sha256 }) => sha256), files.map(({ sizeBytes }) => sizeBytes)];
  const rows = await ctx.sql.read<KnownRow>(filesStatement, [libraryId, ...asked]);
  return {
    files: rows.map(({ folderId, folderName, sizeBytes, ...file }) => ({
      ...file,
      sizeBytes: Number(sizeBytes),
      folder: folderId !== null && folderName !== null ? { folderId, name: folderName } : null,
    })),
  };
}

interface KnownRow {
  sha256: string;
  sizeBytes: bigint;
  fileId: string;
  name: string;
  folderId: string | null;
  folderName: string | null;
}
