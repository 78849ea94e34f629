import { momentClipKey, momentPosterKey, momentPrefix, readKey } from "@alcoves/storage";
import { findRole } from "../access/index.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { type FileBytes, type LocalOriginal, withOriginal } from "../files/index.ts";
import { isUuid } from "../uuid.ts";

/** A moment of which a clip is cut. */
export interface CutMoment {
  momentId: string;
  libraryId: string;
  fileId: string;
  startMs: number;
  endMs: number;
  /** The version of the clip that was last completed; 0 for none. */
  exportDoneVersion: number;
}

/**
 * Gives a job the moment with the original that it is cut out of, and cleans up after it.
 * @throws NOT_FOUND when the moment or its file is gone
 */
export async function withMomentSource<Result>(
  ctx: Context,
  momentId: string,
  work: (moment: CutMoment, original: LocalOriginal) => Promise<Result>,
): Promise<Result> {
  const row = await ctx.db.moment.findFirst({ where: { id: momentId, removedAt: null } });
  if (!row) throw notFound("moment");
  return withOriginal(ctx, row.fileId, (original) => work({ ...row, momentId }, original));
}

/**
 * Moves a clip and its still under the keys of their version. The row points to them when the job has ended; until then those before
 * are served, so they stay, and those before them go.
 * @param made.posterPath null for sound, which shows nothing
 */
export async function saveClip(
  { services: { storage } }: Context,
  moment: CutMoment,
  { version, localPath, posterPath }: { version: number; localPath: string; posterPath: string | null },
): Promise<void> {
  // The clip last: where it is, all is.
  if (posterPath) await storage.adopt(posterPath, momentPosterKey({ ...moment, version }));
  await storage.adopt(localPath, momentClipKey({ ...moment, version }));
  for await (const key of storage.list(momentPrefix(moment))) {
    const named = readKey(key);
    const isOver = named?.scope === "moments" && named.version < moment.exportDoneVersion;
    if (isOver) await storage.remove(key);
  }
}

/** The clip of a moment, as last completed. @throws NOT_FOUND also while there is none, and to everyone who is nothing to its library */
export async function openClip(ctx: Context, momentId: string): Promise<FileBytes> {
  if (!isUuid(momentId)) throw notFound("moment");
  const row = await ctx.db.moment.findFirst({
    where: { id: momentId, removedAt: null, file: { trashedAt: null, purgedAt: null } },
    include: { file: { select: { kind: true } } },
  });
  if (!row) throw notFound("moment");
  // What one may not know of is told as what is not there.
  if (!(await findRole(ctx, row.libraryId))) throw notFound("moment");
  if (row.exportDoneVersion === 0) throw notFound("clip");
  return clipBytes({ ...row, kind: row.file.kind });
}

/** @returns a clip as a route sends it */
export function clipBytes(row: {
  id: string;
  libraryId: string;
  fileId: string;
  name: string;
  kind: string;
  exportDoneVersion: number;
}): FileBytes {
  const version = row.exportDoneVersion;
  const isSound = row.kind === "audio";
  return {
    key: momentClipKey({ ...row, momentId: row.id, version }),
    etag: `"${row.id}-clip-${version}"`,
    mimeType: isSound ? "audio/mp4" : "video/mp4",
    // A moment may be called "Goal 1/2"; of what looks like a path, its last part alone would be left.
    name: `${row.name.replaceAll(/[\\/]/g, "_")}.${isSound ? "m4a" : "mp4"}`,
    inline: true,
  };
}
