import { mayChangeAlbum } from "../albums/index.ts";
import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { mayChange } from "../files/index.ts";
import { mayChangeMoment } from "../moments/index.ts";
import type { SharedSubject } from "./schema.ts";

/** What a link is of, with whose it is; columns of a share. */
export const subjectColumns = {
  moment: {
    select: {
      id: true,
      name: true,
      fileId: true,
      createdById: true,
      file: { select: { uploadedById: true } },
    },
  },
  file: { select: { id: true, name: true, uploadedById: true } },
  album: { select: { id: true, name: true, createdById: true } },
} as const;

/** What a link is of: exactly one of them is not null. */
export interface SubjectRow {
  moment: {
    id: string;
    name: string;
    fileId: string;
    createdById: string | null;
    file: { uploadedById: string | null };
  } | null;
  file: { id: string; name: string; uploadedById: string | null } | null;
  album: { id: string; name: string; createdById: string | null } | null;
}

/** What members are told of what a link is of. */
export function tellSubject({ moment, file, album }: SubjectRow) {
  if (moment) {
    const { name, fileId } = moment;
    return { kind: "moment", name, ids: { momentId: moment.id, fileId } } as const;
  }
  if (file) return { kind: "file", name: file.name, ids: { fileId: file.id } } as const;
  if (album) return { kind: "album", name: album.name, ids: { albumId: album.id } } as const;
  throw new Error("A share is of nothing.");
}

/** @returns whether the principal may change what a link is of */
export function mayChangeSubject(ctx: LibraryContext, { moment, file, album }: SubjectRow): boolean {
  if (moment) return mayChangeMoment(ctx, moment);
  if (file) return mayChange(ctx, file);
  return album !== null && mayChangeAlbum(ctx, album);
}

/** Makes sure that what links are asked about is there. @throws NOT_FOUND for what is deleted, trashed or of another library */
export async function requireSubject(
  { db, access: { libraryId } }: LibraryContext,
  { momentId, fileId, albumId }: SharedSubject,
): Promise<void> {
  if (momentId) {
    const where = { id: momentId, libraryId, removedAt: null, file: { trashedAt: null } };
    if ((await db.moment.count({ where })) === 0) throw notFound("moment");
  }
  if (fileId) {
    const where = { id: fileId, libraryId, trashedAt: null, purgedAt: null };
    if ((await db.file.count({ where })) === 0) throw notFound("file");
  }
  if (albumId && (await db.album.count({ where: { id: albumId, libraryId } })) === 0) throw notFound("album");
}
