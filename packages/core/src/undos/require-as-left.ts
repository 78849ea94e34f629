import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { type Change, type Changes, standsNow } from "../items/index.ts";
import type { Transaction } from "../transaction.ts";

/**
 * Locks what an act changed, and sees that it stands as the act left it.
 * @returns whose those files and folders are
 * @throws CONFLICT that names the first that was changed since
 */
export async function requireAsLeft(
  ctx: Transaction<LibraryContext>,
  changes: Changes,
): Promise<(string | null)[]> {
  const stands = await standsNow(ctx, changes);
  const owners: (string | null)[] = [];
  for (const of of ["folders", "files"] as const) {
    for (const { id, after } of changes[of]) {
      const now = stands[of].get(id);
      if (!now) throw changed(after.name, "was deleted for good");
      if (now.isTrashed !== after.isTrashed)
        throw changed(after.name, now.isTrashed ? "was moved to the trash" : "was taken out of the trash");
      if (now.placeId !== after.placeId) throw changed(after.name, "was moved");
      if (now.name !== after.name) throw changed(after.name, `was renamed to “${now.name}”`);
      owners.push(now.ownerId);
    }
  }
  return owners;
}

/** @throws CONFLICT when a folder that something goes back to is gone or in the trash, and does not come back with it */
export async function requirePlaces(
  ctx: Transaction<LibraryContext>,
  { files, folders }: Changes,
): Promise<void> {
  const back = [...files, ...folders].filter(({ before }) => !before.isTrashed);
  const backIds = folders.filter(({ before }) => !before.isTrashed).map(({ id }) => id);
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM folders
    WHERE id = ANY(${[...new Set(back.map(({ before }) => before.placeId))]}::uuid[])
      AND (trashed_at IS NULL OR id = ANY(${backIds}::uuid[]) OR trashed_with_id = ANY(${backIds}::uuid[]))`;
  const there = new Set(rows.map(({ id }) => id));
  const lost = back.find(({ before }: Change) => before.placeId !== null && !there.has(before.placeId));
  if (lost)
    throw new DomainError(
      "CONFLICT",
      `The folder that “${lost.before.name}” was in is not there any more, so nothing was taken back.`,
    );
}

const changed = (name: string, how: string) =>
  new DomainError("CONFLICT", `“${name}” ${how} meanwhile, so nothing was taken back.`);
