import type { PrismaHandle } from "@alcoves/db";
import { mayChangeOf } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import type { Moment } from "./schema.ts";

/** Everything a moment is shown by. */
export const momentColumns = {
  file: { select: { uploadedById: true, kind: true } },
  createdBy: { select: { name: true } },
  updatedBy: { select: { name: true } },
  tags: { include: { tag: true }, orderBy: { tag: { name: "asc" } } },
} as const;

/** A moment with `momentColumns`. */
export type MomentRow = Awaited<ReturnType<typeof findMomentRows>>[number];

/** Moments of the library by where they begin, deleted ones too. Those of files in the trash are not among them. */
export function findMomentRows(
  { db, access: { libraryId } }: LibraryContext & { db: PrismaHandle },
  where: { fileId: string } | { id: { in: string[] } },
) {
  return db.moment.findMany({
    where: { ...where, libraryId, file: { trashedAt: null } },
    include: momentColumns,
    orderBy: [{ startMs: "asc" }, { endMs: "asc" }, { id: "asc" }],
  });
}

/** @returns a moment as it is shown */
export function toMoment(ctx: LibraryContext, row: MomentRow): Moment {
  return {
    momentId: row.id,
    fileId: row.fileId,
    revision: row.revision,
    name: row.name,
    description: row.description ?? "",
    startMs: row.startMs,
    endMs: row.endMs,
    tags: row.tags.map(({ tag: { id, name, color } }) => ({ tagId: id, name, color })),
    createdBy: row.createdBy?.name ?? null,
    mayChange: mayChangeMoment(ctx, row),
    export: {
      status: row.exportStatus,
      progress: row.exportProgress,
      etaSeconds: row.exportEtaSeconds,
      error: row.exportError,
    },
    clipUrl: row.exportDoneVersion > 0 ? clipUrl(row.id, row.exportDoneVersion) : null,
  };
}

/** Address of a moment's clip; the route is in packages/rest/src/routes/moments.ts. */
function clipUrl(momentId: string, version: number): string {
  return `/api/moments/${momentId}/clip?v=${version}`;
}

/** @returns whether the principal may change a moment: contributors what they made and what is in their files, admins every one */
export function mayChangeMoment(
  ctx: LibraryContext,
  { createdById, file }: { createdById: string | null; file: { uploadedById: string | null } },
): boolean {
  return mayChangeOf(ctx, createdById) || mayChangeOf(ctx, file.uploadedById);
}
