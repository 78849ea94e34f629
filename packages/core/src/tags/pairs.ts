import type { LibraryContext } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import type { TaggedItems } from "./schema.ts";

/** One tag on one file or folder. */
interface Pair {
  tagId: string;
  itemId: string;
}

/** Puts tags on files and folders. @returns what did not have them before */
export async function putOn(
  { db }: Transaction<LibraryContext>,
  items: readonly TaggedItems[],
): Promise<TaggedItems[]> {
  const [files, folders] = [columns(items, "fileIds"), columns(items, "folderIds")];
  return gather({
    files: await db.$queryRaw<Pair[]>`
      INSERT INTO file_tags (tag_id, file_id) SELECT * FROM unnest(${files.tagIds}::uuid[], ${files.itemIds}::uuid[])
      ON CONFLICT DO NOTHING RETURNING tag_id AS "tagId", file_id AS "itemId"`,
    folders: await db.$queryRaw<Pair[]>`
      INSERT INTO folder_tags (tag_id, folder_id) SELECT * FROM unnest(${folders.tagIds}::uuid[], ${folders.itemIds}::uuid[])
      ON CONFLICT DO NOTHING RETURNING tag_id AS "tagId", folder_id AS "itemId"`,
  });
}

/** Takes tags off files and folders. @returns what had them */
export async function takeOff(
  { db }: Transaction<LibraryContext>,
  items: readonly TaggedItems[],
): Promise<TaggedItems[]> {
  const [files, folders] = [columns(items, "fileIds"), columns(items, "folderIds")];
  return gather({
    files: await db.$queryRaw<Pair[]>`
      DELETE FROM file_tags p USING unnest(${files.tagIds}::uuid[], ${files.itemIds}::uuid[]) AS asked(tag_id, file_id)
      WHERE p.tag_id = asked.tag_id AND p.file_id = asked.file_id
      RETURNING p.tag_id AS "tagId", p.file_id AS "itemId"`,
    folders: await db.$queryRaw<Pair[]>`
      DELETE FROM folder_tags p USING unnest(${folders.tagIds}::uuid[], ${folders.itemIds}::uuid[]) AS asked(tag_id, folder_id)
      WHERE p.tag_id = asked.tag_id AND p.folder_id = asked.folder_id
      RETURNING p.tag_id AS "tagId", p.folder_id AS "itemId"`,
  });
}

/** Pairs as two columns of one length, as a statement takes them. */
function columns(items: readonly TaggedItems[], of: "fileIds" | "folderIds") {
  return {
    tagIds: items.flatMap((each) => each[of].map(() => each.tagId)),
    itemIds: items.flatMap((each) => each[of]),
  };
}

function gather(pairs: { files: readonly Pair[]; folders: readonly Pair[] }): TaggedItems[] {
  const tagIds = new Set([...pairs.files, ...pairs.folders].map(({ tagId }) => tagId));
  return [...tagIds].map((wanted) => {
    const idsOf = (of: readonly Pair[]) =>
      of.filter(({ tagId }) => tagId === wanted).map(({ itemId }) => itemId);
    return { tagId: wanted, fileIds: idsOf(pairs.files), folderIds: idsOf(pairs.folders) };
  });
}
