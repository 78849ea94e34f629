import type { PrismaHandle } from "@alcoves/db";
import { type Batch, filesStatement, marksStatement, tagsStatement } from "./seed/rows.ts";

/** Files that one statement makes. */
const batchFiles = 25_000;

/** What a library is filled with. */
export interface Seeding extends Pick<Batch, "libraryId" | "userId" | "seed" | "looks" | "isSkewed"> {
  files: number;
  /** Hears how many are done. */
  onProgress?: (done: number) => void;
}

/**
 * Fills a library with rows of files in folders, with tags, marks, places and trash. The same seed makes the same files, and those that are
 * there already stay: with a larger number a library grows. Bytes have none of them.
 */
export async function seedRows(db: PrismaHandle, { files, onProgress, ...seeding }: Seeding): Promise<void> {
  const { libraryId, userId, seed, isSkewed } = seeding;
  const folderIds = await seedFolders(db, seeding);
  const tagIds = await seedTags(db, seeding);
  const looks = JSON.stringify(seeding.looks);
  for (let first = 1; first <= files; first += batchFiles) {
    const last = Math.min(first + batchFiles - 1, files);
    const numbers = [libraryId, userId, seed, first, last];
    await db.$executeRawUnsafe(filesStatement, ...numbers, folderIds, looks, isSkewed);
    await db.$executeRawUnsafe(marksStatement, ...numbers);
    await db.$executeRawUnsafe(tagsStatement, ...numbers, tagIds);
    onProgress?.(last);
  }
  await db.$executeRawUnsafe("VACUUM ANALYZE files");
}

/** Ids of the folders: one for very many files, then thirty with ten in each. */
async function seedFolders(db: PrismaHandle, { libraryId, userId }: Seeded): Promise<string[]> {
  const all = await ensureFolder(db, { libraryId, userId, parentId: null, name: "Everything at once" });
  const ids = [all];
  for (let year = 1; year <= 30; year += 1) {
    const parentId = await ensureFolder(db, { libraryId, userId, parentId: null, name: `Box ${year}` });
    ids.push(parentId);
    for (let part = 1; part <= 10; part += 1)
      ids.push(await ensureFolder(db, { libraryId, userId, parentId, name: `Part ${part}` }));
  }
  return ids;
}

type Seeded = Pick<Seeding, "libraryId" | "userId">;

async function ensureFolder(
  db: PrismaHandle,
  { userId, ...place }: Seeded & { parentId: string | null; name: string },
): Promise<string> {
  const found = await db.folder.findFirst({ where: place, select: { id: true } });
  return (
    found?.id ??
    (await db.folder.create({ data: { ...place, createdById: userId }, select: { id: true } })).id
  );
}

const tagNames = ["Sea", "Mountains", "Family", "Garden", "Party", "Work", "Print", "Birds", "Snow", "Food"];

async function seedTags(db: PrismaHandle, { libraryId }: Seeded): Promise<string[]> {
  await db.tag.createMany({
    data: tagNames.map((name, color) => ({ libraryId, name, color })),
    skipDuplicates: true,
  });
  const tags = await db.tag.findMany({
    where: { libraryId, name: { in: tagNames } },
    orderBy: { color: "asc" },
  });
  return tags.map(({ id }) => id);
}
