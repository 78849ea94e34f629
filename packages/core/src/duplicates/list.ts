import { isAllowed } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { mayChange, someFiles } from "../files/index.ts";
import type { FileSummary } from "../files/schema.ts";
import { connected } from "../likeness/index.ts";
import { type DuplicateFile, type DuplicateGroup, type DuplicatePage, ListDuplicates } from "./schema.ts";

const isShown = "f.trashed_at IS NULL AND f.companion_of_id IS NULL";

/** The first page and the next ones are written apart: each goes along the index of groups and stops where its page is full. */
const groupsStatement = (isFirst: boolean) => ({
  name: isFirst ? "duplicates-groups-first" : "duplicates-groups-next",
  text: `
    SELECT l.group_id AS "groupId"
    FROM likenesses l JOIN files f ON f.id = l.file_id
    WHERE l.library_id = $1 AND l.group_id IS NOT NULL ${isFirst ? "" : "AND l.group_id < $3::uuid"} AND ${isShown}
    GROUP BY l.group_id HAVING count(*) > 1 AND NOT bool_and(l.is_settled)
    ORDER BY l.group_id DESC LIMIT $2`,
});

const membersStatement = {
  name: "duplicates-members",
  text: `
    SELECT l.group_id AS "groupId", l.file_id AS "fileId", l.is_settled AS "isSettled", encode(f.sha256, 'hex') AS sha256,
           l.perceptual_hash::text AS hash, f.uploaded_by_id AS "uploadedById", d.name AS "folderName"
    FROM likenesses l JOIN files f ON f.id = l.file_id LEFT JOIN folders d ON d.id = f.folder_id
    WHERE l.library_id = $1 AND l.group_id = ANY($2::uuid[]) AND ${isShown}
    ORDER BY l.group_id DESC, l.file_id`,
};

interface MemberRow extends Record<string, unknown> {
  groupId: string;
  fileId: string;
  isSettled: boolean;
  sha256: string | null;
  hash: string | null;
  uploadedById: string | null;
  folderName: string | null;
}

/**
 * One page of a library's groups of duplicates that somebody has to decide about; what is in the trash is in none. What brought two
 * files together may be gone, so that a group is parted anew into those that still are alike.
 */
export async function listDuplicates(ctx: LibraryContext, input: ListDuplicates): Promise<DuplicatePage> {
  const { cursor, limit } = ListDuplicates.parse(input);
  const { libraryId } = ctx.access;
  let after = cursor ?? null;
  for (;;) {
    const rows = await ctx.sql.read<{ groupId: string }>(groupsStatement(after === null), [
      libraryId,
      limit + 1,
      ...(after === null ? [] : [after]),
    ]);
    const groupIds = rows.slice(0, limit).map(({ groupId }) => groupId);
    const groups = await describe(ctx, groupIds);
    after = rows.length > limit ? (groupIds.at(-1) ?? null) : null;
    // A page of groups that all fell apart is none.
    if (groups.length > 0 || after === null) return { groups, nextCursor: after };
  }
}

async function describe(ctx: LibraryContext, groupIds: readonly string[]): Promise<DuplicateGroup[]> {
  if (groupIds.length === 0) return [];
  const rows = await ctx.sql.read<MemberRow>(membersStatement, [ctx.access.libraryId, groupIds]);
  const sets = groupIds
    .flatMap((groupId) => connected(rows.filter((row) => row.groupId === groupId).map(withHash)))
    .filter((files) => !files.every(({ isSettled }) => isSettled));
  const summaries = await summariesOf(ctx, sets.flat());
  return sets.flatMap((files) => toGroup(ctx, files, summaries));
}

const withHash = (row: MemberRow) => ({
  ...row,
  perceptualHash: row.hash === null ? null : BigInt(row.hash),
});

/** Files that are asked for at once, as `someFiles` takes them. */
const mostAtOnce = 200;

async function summariesOf(
  ctx: LibraryContext,
  files: readonly { fileId: string }[],
): Promise<Map<string, FileSummary>> {
  const summaries = new Map<string, FileSummary>();
  for (let first = 0; first < files.length; first += mostAtOnce) {
    const fileIds = files.slice(first, first + mostAtOnce).map(({ fileId }) => fileId);
    for (const file of await someFiles(ctx, { libraryId: ctx.access.libraryId, fileIds }))
      summaries.set(file.fileId, file);
  }
  return summaries;
}

/** @returns nothing for one of which less than two are left at this moment */
function toGroup(
  ctx: LibraryContext,
  members: readonly MemberRow[],
  summaries: ReadonlyMap<string, FileSummary>,
): DuplicateGroup[] {
  const files: DuplicateFile[] = members.flatMap(({ fileId, folderName }) => {
    const summary = summaries.get(fileId);
    return summary ? { ...summary, folderName } : [];
  });
  const [first] = members;
  if (!first || files.length < 2) return [];
  return [
    {
      groupId: first.fileId,
      isExact: first.sha256 !== null && members.every(({ sha256 }) => sha256 === first.sha256),
      files: files.toSorted(bestFirst),
      mayDecide:
        isAllowed(ctx.access, "move files to the trash") && members.every((file) => mayChange(ctx, file)),
    },
  ];
}

const pixels = ({ widthPx, heightPx }: FileSummary) => (widthPx ?? 0) * (heightPx ?? 0);

function bestFirst(one: FileSummary, other: FileSummary): number {
  return (
    pixels(other) - pixels(one) ||
    other.sizeBytes - one.sizeBytes ||
    one.filedAtMs - other.filedAtMs ||
    (one.fileId < other.fileId ? -1 : 1)
  );
}
