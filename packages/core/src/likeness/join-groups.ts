import type { Context } from "../context.ts";
import { recordFileEventsIn } from "../events/index.ts";
import type { Transaction } from "../transaction.ts";
import { mostInGroup } from "./schema.ts";

/** Two files of a library that are alike. */
export interface Pair {
  fileId: string;
  otherId: string;
}

interface Row {
  fileId: string;
  groupId: string | null;
}

/**
 * Makes those who bring files of a library together go one at a time, until the running transaction ends, so that two that come in at
 * once meet. The last that a transaction locks: rows of files come before it.
 */
export async function lockGroups(ctx: Transaction<Context>, libraryId: string): Promise<void> {
  const key = `likenesses/${libraryId}`;
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

/**
 * Puts files that are alike into one group, with everything that is in the groups of both. A group that would grow too large takes
 * nothing in: what is left over begins one of its own. Whoever calls holds the groups of the library.
 */
export async function joinGroups(
  ctx: Transaction<Context>,
  libraryId: string,
  pairs: readonly Pair[],
): Promise<void> {
  const ids = [...new Set(pairs.flatMap(({ fileId, otherId }) => [fileId, otherId]))];
  if (ids.length === 0) return;
  const before = await lockKnown(ctx, libraryId, ids);
  const groups = new Groups(before);
  for (const { fileId, otherId } of pairs) groups.join(fileId, otherId);
  const changed = await groups.changes(before, async (count) => {
    const rows = await ctx.db.$queryRaw<{ id: string }[]>`
      SELECT uuid_v7() AS id FROM generate_series(1, ${count}::int)`;
    return rows.map(({ id }) => id);
  });
  await ctx.db.$executeRaw`
    INSERT INTO likenesses (file_id, library_id, group_id)
    SELECT file_id, ${libraryId}::uuid, group_id
    FROM unnest(${changed.map(({ fileId }) => fileId)}::uuid[], ${changed.map(({ groupId }) => groupId)}::uuid[])
      AS place(file_id, group_id)
    ORDER BY file_id
    ON CONFLICT (file_id) DO UPDATE SET group_id = excluded.group_id`;
  // Those that were there before are duplicates from now on too, wherever they are shown.
  await recordFileEventsIn(ctx, libraryId, {
    kind: "file.changed",
    fileIds: changed.map(({ fileId }) => fileId),
  });
}

/** @returns the groups of those files that are known, and of all that are in one with them */
async function lockKnown(
  ctx: Transaction<Context>,
  libraryId: string,
  fileIds: readonly string[],
): Promise<Map<string, string | null>> {
  const own = await ctx.db.likeness.findMany({
    where: { fileId: { in: [...fileIds] }, groupId: { not: null } },
    select: { groupId: true },
  });
  const groupIds = [...new Set(own.map(({ groupId }) => groupId))];
  const along = await ctx.db.$queryRaw<{ fileId: string }[]>`
    SELECT file_id AS "fileId" FROM likenesses
    WHERE library_id = ${libraryId}::uuid AND group_id = ANY(${groupIds}::uuid[])`;
  const wanted = [...new Set([...fileIds, ...along.map(({ fileId }) => fileId)])];
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT file_id AS "fileId", group_id AS "groupId" FROM likenesses
    WHERE file_id = ANY(${wanted}::uuid[]) ORDER BY file_id FOR UPDATE`;
  return new Map(rows.map(({ fileId, groupId }) => [fileId, groupId]));
}

/** Groups as they grow together. A group is the set of its files; the first id that one of them had stays its id. */
class Groups {
  private readonly groupOf = new Map<string, Set<string>>();

  constructor(known: ReadonlyMap<string, string | null>) {
    const byId = new Map<string, Set<string>>();
    for (const [fileId, groupId] of known) {
      const files = (groupId !== null && byId.get(groupId)) || new Set<string>();
      if (groupId !== null) byId.set(groupId, files);
      files.add(fileId);
      this.groupOf.set(fileId, files);
    }
  }

  join(fileId: string, otherId: string): void {
    const [one, other] = [this.of(fileId), this.of(otherId)];
    if (one === other || one.size + other.size > mostInGroup) return;
    for (const each of other) {
      one.add(each);
      this.groupOf.set(each, one);
    }
  }

  /** @returns the files whose group is another than before, the ids of new groups from `makeIds` */
  async changes(
    before: ReadonlyMap<string, string | null>,
    makeIds: (count: number) => Promise<string[]>,
  ): Promise<{ fileId: string; groupId: string }[]> {
    const groups = [...new Set(this.groupOf.values())];
    const oldIdOf = (files: ReadonlySet<string>) =>
      [...files].flatMap((fileId) => before.get(fileId) ?? []).toSorted()[0];
    const without = groups.filter((files) => oldIdOf(files) === undefined);
    const made = without.length > 0 ? await makeIds(without.length) : [];
    const newIds = new Map(without.map((files, at) => [files, made[at]]));
    return groups.flatMap((files) => {
      const groupId = oldIdOf(files) ?? newIds.get(files);
      if (groupId === undefined) return [];
      return [...files].flatMap((fileId) => (before.get(fileId) === groupId ? [] : { fileId, groupId }));
    });
  }

  private of(fileId: string): Set<string> {
    const known = this.groupOf.get(fileId);
    if (known) return known;
    const alone = new Set([fileId]);
    this.groupOf.set(fileId, alone);
    return alone;
  }
}
