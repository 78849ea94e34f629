import type { File } from "@alcoves/db/models";
import type { Context } from "../context.ts";

/** The columns that say which blobs a file has. */
const columns = {
  id: true,
  libraryId: true,
  name: true,
  kind: true,
  sizeBytes: true,
  sha256: true,
  trashedAt: true,
  purgedAt: true,
  variantsStatus: true,
  variantsRegistry: true,
  thumbnailStatus: true,
  thumbnailVersion: true,
  thumbnailDoneVersion: true,
  proxyStatus: true,
  proxyVersion: true,
  proxyDoneVersion: true,
  hlsStatus: true,
  hlsVersion: true,
  hlsDoneVersion: true,
  spritesStatus: true,
  spritesVersion: true,
  spritesDoneVersion: true,
  waveformStatus: true,
  waveformVersion: true,
  waveformDoneVersion: true,
  motionStatus: true,
  motionVersion: true,
  motionDoneVersion: true,
} as const;

/** A file, as far as its blobs are concerned. */
export type CheckedFile = Pick<File, keyof typeof columns> & { library: { name: string } };

const batchSize = 500;

/** Ids of all files in their order, the trash included; those that are being deleted for good lose their blobs before their rows. */
export async function* fileBatches({ db }: Context): AsyncGenerator<string[]> {
  for (let last: string | undefined; ; ) {
    const rows: { id: string }[] = await db.file.findMany({
      where: { purgedAt: null, ...(last && { id: { gt: last } }) },
      orderBy: { id: "asc" },
      take: batchSize,
      select: { id: true },
    });
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
    last = rows.at(-1)?.id;
  }
}

/** The files of these ids that still are there. */
export function findCheckedFiles({ db }: Context, ids: readonly string[]): Promise<CheckedFile[]> {
  return db.file.findMany({
    where: { id: { in: [...ids] } },
    select: { ...columns, library: { select: { name: true } } },
  });
}

/** What people call a file. */
export function labelOf(file: CheckedFile): { item: string; name: string; library: string } {
  return { item: file.id, name: file.name, library: file.library.name };
}
