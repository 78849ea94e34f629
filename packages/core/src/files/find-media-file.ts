import type { File } from "@alcoves/db/models";
import { isAllowed } from "../access/schema.ts";
import { batched } from "../batched.ts";
import type { Context, LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import type { Role } from "../libraries/schema.ts";
import { perServices } from "../per-services.ts";
import { isUuid } from "../uuid.ts";

/** The facts that media routes serve from. */
export type MediaFile = { fileId: string; libraryId: string } & Pick<
  File,
  | "name"
  | "kind"
  | "mimeType"
  | "trashedAt"
  | "thumbnailStatus"
  | "thumbnailDoneVersion"
  | "proxyStatus"
  | "proxyDoneVersion"
  | "spritesStatus"
  | "spritesDoneVersion"
  | "waveformStatus"
  | "waveformDoneVersion"
  | "hlsDoneVersion"
  | "motionDoneVersion"
>;

const statement = {
  name: "media-file",
  text: `
    SELECT f.id AS "fileId", f.library_id AS "libraryId", f.name, f.kind, f.mime_type AS "mimeType",
           f.trashed_at AS "trashedAt",
           f.thumbnail_status AS "thumbnailStatus", f.thumbnail_done_version AS "thumbnailDoneVersion",
           f.proxy_status AS "proxyStatus", f.proxy_done_version AS "proxyDoneVersion",
           f.sprites_status AS "spritesStatus", f.sprites_done_version AS "spritesDoneVersion",
           f.waveform_status AS "waveformStatus", f.waveform_done_version AS "waveformDoneVersion",
           f.hls_done_version AS "hlsDoneVersion", f.motion_done_version AS "motionDoneVersion",
           CASE WHEN f.id IS NULL THEN NULL
                WHEN asked.user_id IS NULL OR l.owner_id = asked.user_id THEN 'owner'
                ELSE m.role::text END AS role
    FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS asked(file_id, user_id, place)
    LEFT JOIN files f ON f.id = asked.file_id AND f.purged_at IS NULL
    LEFT JOIN libraries l ON l.id = f.library_id
    LEFT JOIN library_members m ON m.library_id = l.id AND m.user_id = asked.user_id
    ORDER BY asked.place`,
};

interface Asked {
  fileId: string;
  /** Null for the system, which sees everything. */
  userId: string | null;
}

/** A grid asks for dozens of pictures at once: those that come together share a statement. */
const finder = perServices(({ database }) =>
  batched((asked: Asked[]) =>
    database.sql.read<{ [Column in keyof MediaFile]: MediaFile[Column] } & { role: Role | null }>(statement, [
      asked.map(({ fileId }) => fileId),
      asked.map(({ userId }) => userId),
    ]),
  ),
);

/**
 * Finds a file together with what the principal is to its library, in one statement.
 * It decides as `findRole` does; a test holds the two together.
 * @param options.inTrash also one in the trash, to those who may see the trash of its library
 * @throws NOT_FOUND for what is missing, trashed, or of a library the principal is nothing to
 */
export async function findMediaFile(
  ctx: Context,
  fileId: string,
  { inTrash = false }: { inTrash?: boolean } = {},
): Promise<{ ctx: LibraryContext; file: MediaFile }> {
  const { principal } = ctx;
  if (principal.kind === "visitor" || !isUuid(fileId)) throw notFound("file");
  const userId = principal.kind === "system" ? null : principal.userId;
  const { role, ...file } = await finder(ctx.services)({ fileId, userId });
  if (!role) throw notFound("file");
  // To the system the trash is as open as all else: what is taken out of it should be whole.
  const isSeen =
    file.trashedAt === null || userId === null || (inTrash && isAllowed({ role }, "see the trash"));
  if (!isSeen) throw notFound("file");
  return { ctx: { ...ctx, access: { libraryId: file.libraryId, role } }, file };
}
