import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Transaction } from "../transaction.ts";

/** A folder with the place it is to have. */
export interface PlacedFolder {
  id: string;
  parentId: string | null;
  name: string;
}

/** The names, letter case aside, that folders have in the places of some others, and how the database spells those of the others. */
async function namesAt(ctx: Transaction<LibraryContext>, folders: readonly PlacedFolder[]) {
  const taken = await ctx.db.$queryRaw<{ parentId: string | null; lowerName: string }[]>`
    SELECT parent_id AS "parentId", lower(name) AS "lowerName" FROM folders
    WHERE library_id = ${ctx.access.libraryId}::uuid AND trashed_at IS NULL
      AND id <> ALL(${folders.map(({ id }) => id)}::uuid[])
      AND coalesce(parent_id, ${ctx.access.libraryId}::uuid) = ANY(
        ${folders.map(({ parentId }) => parentId ?? ctx.access.libraryId)}::uuid[])`;
  const lowered = await ctx.db.$queryRaw<{ lowerName: string }[]>`
    SELECT lower(name) AS "lowerName"
    FROM unnest(${folders.map(({ name }) => name)}::text[]) WITH ORDINALITY AS given(name, at) ORDER BY at`;
  return {
    taken: new Set(taken.map(({ parentId, lowerName }) => keyOf(parentId, lowerName))),
    lowerNames: lowered.map(({ lowerName }) => lowerName),
  };
}

const keyOf = (parentId: string | null, lowerName: string) => `${parentId ?? ""}/${lowerName}`;

/** @throws CONFLICT when a folder's name is taken where it is to stand, letter case aside, or two of them bring the same */
export async function requireFreeNames(
  ctx: Transaction<LibraryContext>,
  folders: readonly PlacedFolder[],
): Promise<void> {
  if (folders.length === 0) return;
  const { taken, lowerNames } = await namesAt(ctx, folders);
  for (const [at, { parentId, name }] of folders.entries()) {
    const key = keyOf(parentId, lowerNames[at] ?? name);
    if (taken.has(key)) {
      throw new DomainError(
        "CONFLICT",
        `There is a folder named “${name}” there. Choose another name or place.`,
      );
    }
    taken.add(key);
  }
}

/** Gives those folders whose name is taken where they are to stand a number: “Summer (2)”. */
export async function withFreeNames<Folder extends PlacedFolder>(
  ctx: Transaction<LibraryContext>,
  folders: readonly Folder[],
): Promise<Folder[]> {
  if (folders.length === 0) return [];
  const { taken, lowerNames } = await namesAt(ctx, folders);
  return folders.map((folder, at) => {
    let name = folder.name;
    let key = keyOf(folder.parentId, lowerNames[at] ?? name);
    for (let number = 2; taken.has(key); number += 1) {
      name = numbered(folder.name, number);
      key = keyOf(folder.parentId, numbered(lowerNames[at] ?? folder.name, number));
    }
    taken.add(key);
    return { ...folder, name };
  });
}

const longestName = 255;

function numbered(name: string, number: number): string {
  const suffix = ` (${number})`;
  return [...name].slice(0, longestName - suffix.length).join("") + suffix;
}
