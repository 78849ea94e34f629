import { momentExport } from "@alcoves/jobs";
import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { recordEvent } from "../events/index.ts";
import { requestJobs } from "../processing/index.ts";
import { requireTags } from "../tags/index.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { lockMoments } from "./lock.ts";
import { findMomentRows, type MomentRow, mayChangeMoment, toMoment } from "./rows.ts";
import {
  type MomentChange,
  type MomentConflict,
  mostMoments,
  SaveMoments,
  type SaveOutcome,
} from "./schema.ts";
import { writeMoments } from "./write.ts";

/** A change that is to be made, with the row as it is; null for a new moment. */
export interface PlannedChange extends MomentChange {
  row: MomentRow | null;
}

/**
 * Saves changes of a file's moments, all or none. One that was changed since it was seen is told as a conflict, and nothing is saved;
 * one that is already as it should be is saved, so that a save may be sent again. A clip that was asked for is made anew when its
 * moment begins or ends elsewhere.
 * @throws NOT_FOUND for a file of another library or in the trash, FORBIDDEN for somebody else's moment, INVALID for one that lies
 * outside of the file, or for more than a file may have
 */
export async function saveMoments(ctx: LibraryContext, input: SaveMoments): Promise<SaveOutcome> {
  const { fileId, changes } = SaveMoments.parse(input);
  return transaction(ctx, async (ctx) => {
    const file = await findMarkedFile(ctx, fileId);
    await lockMoments(ctx, fileId);
    const planned = await plan(ctx, fileId, changes);
    const conflicts = planned.filter(isConflict).map((change) => toConflict(ctx, change));
    if (conflicts.length > 0) return { outcome: "conflict", conflicts };
    const open = planned.filter((change) => !isSoAlready(change));
    if (open.length > 0) {
      requirePlaces(file.durationMs, open);
      requireOwn(ctx, file, open);
      await requireRoom(ctx, fileId, open);
      await requireTags(
        ctx,
        open.flatMap(({ facts }) => facts?.tagIds ?? []),
      );
      await writeMoments(ctx, fileId, open);
      await requestJobs(
        ctx,
        momentExport,
        open.filter(isCutElsewhere).map(({ momentId }) => momentId),
      );
      await tell(ctx, file, open);
    }
    return { outcome: "saved", ...(await readBack(ctx, changes)) };
  });
}

/** The parts of a file that its moments are checked against. */
interface MarkedFile {
  id: string;
  name: string;
  durationMs: number | null;
  uploadedById: string | null;
}

async function findMarkedFile(ctx: Transaction<LibraryContext>, fileId: string): Promise<MarkedFile> {
  const file = await ctx.db.file.findFirst({
    where: { id: fileId, libraryId: ctx.access.libraryId, trashedAt: null, companionOfId: null },
    select: { id: true, name: true, kind: true, durationMs: true, uploadedById: true },
  });
  if (!file) throw notFound("file");
  if (file.kind !== "video" && file.kind !== "audio")
    throw new DomainError("INVALID", "Only videos and sounds have moments.");
  return file;
}

async function plan(
  ctx: Transaction<LibraryContext>,
  fileId: string,
  changes: readonly MomentChange[],
): Promise<PlannedChange[]> {
  const ids = changes.map(({ momentId }) => momentId);
  const elsewhere = await ctx.db.moment.count({ where: { id: { in: ids }, fileId: { not: fileId } } });
  if (elsewhere > 0) throw notFound("moment");
  const rows = new Map((await findMomentRows(ctx, { id: { in: ids } })).map((row) => [row.id, row]));
  return changes.map((change) => ({ ...change, row: rows.get(change.momentId) ?? null }));
}

function isConflict(change: PlannedChange): boolean {
  const { row, seen } = change;
  return (row?.revision ?? null) !== seen && !isSoAlready(change);
}

function isSoAlready({ row, facts }: PlannedChange): boolean {
  if (!facts) return row === null || row.removedAt !== null;
  return (
    row !== null &&
    row.removedAt === null &&
    row.name === facts.name &&
    (row.description ?? "") === facts.description &&
    row.startMs === facts.startMs &&
    row.endMs === facts.endMs &&
    row.tags
      .map(({ tagId }) => tagId)
      .toSorted()
      .join() === facts.tagIds.join()
  );
}

function toConflict(ctx: LibraryContext, { momentId, row }: PlannedChange): MomentConflict {
  const isGone = row === null || row.removedAt !== null;
  return {
    momentId,
    revision: row?.revision ?? null,
    now: isGone ? null : toMoment(ctx, row),
    changedBy: row?.updatedBy?.name ?? null,
  };
}

function requirePlaces(durationMs: number | null, changes: readonly PlannedChange[]): void {
  if (durationMs === null) return;
  const outside = changes.find(({ facts }) => facts && facts.endMs > durationMs);
  if (!outside) return;
  throw new DomainError("INVALID", `"${outside.facts?.name}" ends after the file does. Move its end.`);
}

function requireOwn(ctx: LibraryContext, file: MarkedFile, changes: readonly PlannedChange[]): void {
  const foreign = changes.find(({ row }) => row && !mayChangeMoment(ctx, { ...row, file }));
  if (!foreign) return;
  throw new DomainError(
    "FORBIDDEN",
    `"${foreign.row?.name}" is somebody else's, in a file of somebody else. Ask an admin of the library.`,
  );
}

async function requireRoom(
  { db }: Transaction<LibraryContext>,
  fileId: string,
  changes: readonly PlannedChange[],
): Promise<void> {
  const added = changes.filter(({ row, facts }) => facts && (row === null || row.removedAt !== null));
  if (added.length === 0) return;
  const there = await db.moment.count({ where: { fileId, removedAt: null } });
  if (there + added.length > mostMoments)
    throw new DomainError("INVALID", `A file has at most ${mostMoments} moments. Delete some first.`);
}

/** Only a clip that somebody asked for is worth being made again. */
function isCutElsewhere({ row, facts }: PlannedChange): boolean {
  if (!row || !facts || row.exportVersion === 0) return false;
  return row.startMs !== facts.startMs || row.endMs !== facts.endMs;
}

async function tell(
  ctx: Transaction<LibraryContext>,
  { id: fileId, name }: MarkedFile,
  changes: readonly PlannedChange[],
): Promise<void> {
  const count = (isCounted: (change: PlannedChange) => boolean) => changes.filter(isCounted).length;
  const added = count(({ row, facts }) => facts !== null && (row === null || row.removedAt !== null));
  const removed = count(({ facts }) => facts === null);
  await recordActivity(ctx, "moments.saved", {
    fileId,
    name,
    moment: changes[0]?.facts?.name ?? changes[0]?.row?.name ?? "",
    added,
    changed: changes.length - added - removed,
    removed,
  });
  await recordEvent(ctx, { libraryId: ctx.access.libraryId, kind: "moments.changed", fileId });
}

async function readBack(ctx: Transaction<LibraryContext>, changes: readonly MomentChange[]) {
  const ids = changes.map(({ momentId }) => momentId);
  const rows = await findMomentRows(ctx, { id: { in: ids } });
  return {
    moments: rows.filter(({ removedAt }) => !removedAt).map((row) => toMoment(ctx, row)),
    removed: rows
      .filter(({ removedAt }) => removedAt)
      .map(({ id, revision }) => ({ momentId: id, revision })),
  };
}
