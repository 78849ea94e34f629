import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Transaction } from "../transaction.ts";
import type { PlannedChange } from "./save.ts";
import type { MomentFacts } from "./schema.ts";

/** Writes changes that have been looked at, of moments that are locked: each kind in one statement. */
export async function writeMoments(
  ctx: Transaction<LibraryContext>,
  fileId: string,
  changes: readonly PlannedChange[],
): Promise<void> {
  const kept = changes.flatMap(({ momentId, facts }) => (facts ? [{ momentId, ...facts }] : []));
  const removed = changes.filter(({ facts }) => !facts).map(({ momentId }) => momentId);
  await putMoments(ctx, fileId, kept);
  await putTags(ctx, kept);
  await removeMoments(ctx, removed);
}

type KeptMoment = MomentFacts & { momentId: string };

async function putMoments(
  ctx: Transaction<LibraryContext>,
  fileId: string,
  moments: readonly KeptMoment[],
): Promise<void> {
  if (moments.length === 0) return;
  const { libraryId } = ctx.access;
  const userId = askerOf(ctx);
  const written = await ctx.db.$executeRaw`
    INSERT INTO moments (id, library_id, file_id, name, description, start_ms, end_ms, created_by_id, updated_by_id)
    SELECT m.id, ${libraryId}::uuid, ${fileId}::uuid, m.name, nullif(m.description, ''), m.start_ms, m.end_ms,
           ${userId}::uuid, ${userId}::uuid
    FROM unnest(
      ${moments.map(({ momentId }) => momentId)}::uuid[], ${moments.map(({ name }) => name)}::text[],
      ${moments.map(({ description }) => description)}::text[],
      ${moments.map(({ startMs }) => startMs)}::int[], ${moments.map(({ endMs }) => endMs)}::int[]
    ) AS m(id, name, description, start_ms, end_ms)
    ON CONFLICT (id) DO UPDATE SET
      name = excluded.name, description = excluded.description,
      start_ms = excluded.start_ms, end_ms = excluded.end_ms, removed_at = NULL,
      revision = moments.revision + 1, updated_by_id = excluded.updated_by_id, updated_at = now()
    WHERE moments.file_id = excluded.file_id`;
  if (written < moments.length)
    throw new DomainError("CONFLICT", "A moment has this id already. Choose another.");
}

async function putTags({ db }: Transaction<LibraryContext>, moments: readonly KeptMoment[]): Promise<void> {
  const ids = moments.map(({ momentId }) => momentId);
  const pairs = moments.flatMap(({ momentId, tagIds }) => tagIds.map((tagId) => ({ momentId, tagId })));
  await db.momentTag.deleteMany({ where: { momentId: { in: ids } } });
  if (pairs.length > 0) await db.momentTag.createMany({ data: pairs });
}

async function removeMoments(ctx: Transaction<LibraryContext>, momentIds: readonly string[]): Promise<void> {
  if (momentIds.length === 0) return;
  await ctx.db.$executeRaw`
    UPDATE moments SET removed_at = now(), revision = revision + 1, updated_by_id = ${askerOf(ctx)}::uuid, updated_at = now()
    WHERE id = ANY(${momentIds}::uuid[])`;
}

function askerOf({ principal }: LibraryContext): string | null {
  return "userId" in principal ? principal.userId : null;
}
