import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { type FoundClip, findClips } from "./find-clips.ts";

/** What somebody chose to download. */
export interface Chosen {
  fileIds: readonly string[];
  folderIds: readonly string[];
  /** Moments, of which the clips are wanted. */
  momentIds: readonly string[];
}

/** A file for an archive. */
export interface FoundFile {
  fileId: string;
  folderId: string | null;
  companionOfId: string | null;
  name: string;
  sizeBytes: number;
  /** When it was taken, or else changed, or else came in. */
  modifiedAt: Date;
}

/** A folder for an archive; chosen ones have no parent there, unless that was chosen too. */
export interface FoundFolder {
  folderId: string;
  parentId: string | null;
  name: string;
}

/** What is there of what was chosen. */
export interface Contents {
  files: FoundFile[];
  folders: FoundFolder[];
  clips: FoundClip[];
}

/** Each takes about a kilobyte while its archive is sent. */
const mostFiles = 100_000;

const foldersStatement = {
  name: "download-folders",
  text: `
    WITH RECURSIVE tree AS (
      SELECT id, NULL::uuid AS parent_id, name FROM folders
      WHERE library_id = $1 AND id = ANY($2::uuid[]) AND trashed_at IS NULL
      UNION
      SELECT d.id, d.parent_id, d.name FROM folders d JOIN tree ON d.parent_id = tree.id WHERE d.trashed_at IS NULL
    )
    SELECT DISTINCT ON (id) id AS "folderId", parent_id AS "parentId", name FROM tree
    ORDER BY id, parent_id NULLS LAST`,
};

const filesStatement = {
  name: "download-files",
  text: `
    SELECT id AS "fileId", folder_id AS "folderId", companion_of_id AS "companionOfId", name, size_bytes AS "sizeBytes",
           coalesce(captured_at, modified_at, created_at) AS "modifiedAt"
    FROM files
    WHERE library_id = $1 AND trashed_at IS NULL AND purged_at IS NULL
      AND (id = ANY($2::uuid[]) OR companion_of_id = ANY($2::uuid[]) OR folder_id = ANY($3::uuid[]))
    ORDER BY lower(name), id
    LIMIT $4`,
};

/**
 * Finds the live files and folders of a library among those chosen, with what is below a folder and what accompanies a file, and
 * the clips of moments as far as they are made.
 * @throws TOO_LARGE when they are more than one archive should hold
 */
export async function findContents(
  ctx: LibraryContext,
  { fileIds, folderIds, momentIds }: Chosen,
): Promise<Contents> {
  const { libraryId } = ctx.access;
  const folders =
    folderIds.length > 0
      ? await ctx.sql.read<Row<FoundFolder>>(foldersStatement, [libraryId, folderIds])
      : [];
  const below = folders.map(({ folderId }) => folderId);
  const rows = await ctx.sql.read<Row<FoundFile>>(filesStatement, [libraryId, fileIds, below, mostFiles + 1]);
  if (rows.length > mostFiles) {
    throw new DomainError(
      "TOO_LARGE",
      `One archive holds at most ${mostFiles.toLocaleString("en")} files. Download the folders one by one.`,
    );
  }
  return {
    folders,
    files: rows.map((row) => ({ ...row, sizeBytes: Number(row.sizeBytes) })),
    clips: momentIds.length > 0 ? await findClips(ctx, momentIds) : [],
  };
}

/** A type of its own, which rows of any statement may have. */
type Row<Columns> = { [Column in keyof Columns]: Columns[Column] };
