import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { FileKind } from "../files/schema.ts";
import type { Transaction } from "../transaction.ts";
import type { FileCopy, FolderCopy } from "./plan-copy.ts";

/** The rows of copied folders. Tags are words of one library. */
export async function insertFolders(
  ctx: Transaction<LibraryContext>,
  folders: readonly FolderCopy[],
  userId: string | null,
): Promise<void> {
  const { libraryId } = ctx.access;
  await ctx.db.folder.createMany({
    data: folders.map(({ id, parentId, name }) => ({ id, parentId, name, libraryId, createdById: userId })),
  });
  await ctx.db.$executeRaw`
    INSERT INTO folder_tags (folder_id, tag_id)
    SELECT copy.id, ft.tag_id
    FROM unnest(${folders.map(({ id }) => id)}::uuid[], ${folders.map(({ sourceId }) => sourceId)}::uuid[]) AS copy(id, source_id)
    JOIN folder_tags ft ON ft.folder_id = copy.source_id JOIN tags t ON t.id = ft.tag_id AND t.library_id = ${libraryId}::uuid`;
}

/**
 * The rows of copied files, with what is known of the bytes: it is as true of the copy. What is made from an original is made anew.
 * @throws CONFLICT when one of the originals is gone meanwhile
 */
export async function insertFiles(
  ctx: Transaction<LibraryContext>,
  files: readonly FileCopy[],
  { sourceLibraryId, userId }: { sourceLibraryId: string; userId: string | null },
): Promise<{ fileId: string; kind: FileKind; isHashed: boolean }[]> {
  const { libraryId } = ctx.access;
  const ids = files.map(({ id }) => id);
  const sourceIds = files.map(({ sourceId }) => sourceId);
  const made = await ctx.db.$queryRaw<{ fileId: string; kind: FileKind; isHashed: boolean }[]>`
    INSERT INTO files (
      id, library_id, folder_id, uploaded_by_id, name, kind, mime_type, size_bytes, sha256, modified_at, width_px, height_px,
      orientation, duration_ms, captured_at, captured_offset_minutes, captured_at_source, latitude, longitude, camera_make,
      camera_model, lens_model, iso, f_number, exposure_seconds, focal_length_mm, video_codec, audio_codec, thumbhash, title,
      description, written_description, rating, keywords, artist, album, genre, track_number, is_360, is_web_playable, needs_copy, is_animated,
      loudness_lufs, true_peak_dbtp, content_identifier
    )
    SELECT
      copy.id, ${libraryId}::uuid, copy.folder_id, ${userId}::uuid, name, kind, mime_type, size_bytes, sha256, modified_at, width_px,
      height_px, orientation, duration_ms, captured_at, captured_offset_minutes, captured_at_source, latitude, longitude, camera_make,
      camera_model, lens_model, iso, f_number, exposure_seconds, focal_length_mm, video_codec, audio_codec, thumbhash, title,
      description, written_description, rating, keywords, artist, album, genre, track_number, is_360, is_web_playable, needs_copy, is_animated,
      loudness_lufs, true_peak_dbtp, content_identifier
    FROM unnest(${ids}::uuid[], ${sourceIds}::uuid[], ${files.map(({ folderId }) => folderId)}::uuid[]) AS copy(id, source_id, folder_id)
    JOIN files f ON f.id = copy.source_id AND f.library_id = ${sourceLibraryId}::uuid AND f.purged_at IS NULL
    RETURNING id AS "fileId", kind, sha256 IS NOT NULL AS "isHashed"`;
  if (made.length < files.length)
    throw new DomainError("CONFLICT", "Some of these files were deleted meanwhile, so nothing was copied.");
  const along = files.filter(({ companionOfId }) => companionOfId !== null);
  await ctx.db.$executeRaw`
    UPDATE files f SET companion_of_id = pair.owner_id
    FROM unnest(${along.map(({ id }) => id)}::uuid[], ${along.map(({ companionOfId }) => companionOfId)}::uuid[]) AS pair(id, owner_id)
    WHERE f.id = pair.id`;
  await ctx.db.$executeRaw`
    INSERT INTO file_metadata (file_id, raw)
    SELECT copy.id, m.raw FROM unnest(${ids}::uuid[], ${sourceIds}::uuid[]) AS copy(id, source_id)
    JOIN file_metadata m ON m.file_id = copy.source_id`;
  await ctx.db.$executeRaw`
    INSERT INTO file_tags (file_id, tag_id)
    SELECT copy.id, ft.tag_id FROM unnest(${ids}::uuid[], ${sourceIds}::uuid[]) AS copy(id, source_id)
    JOIN file_tags ft ON ft.file_id = copy.source_id JOIN tags t ON t.id = ft.tag_id AND t.library_id = ${libraryId}::uuid`;
  return made;
}
