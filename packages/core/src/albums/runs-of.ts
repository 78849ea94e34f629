import type { LibraryContext } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import type { AlbumRun } from "./schema.ts";

/** @returns runs of neighbours among the chosen files, each with the first after it that is not chosen. @param order all of the album */
export function runsOf(order: readonly string[], chosen: ReadonlySet<string>): AlbumRun[] {
  const runs: AlbumRun[] = [];
  let run: string[] = [];
  for (const fileId of [...order, null]) {
    if (fileId !== null && chosen.has(fileId)) run.push(fileId);
    else {
      if (run.length > 0) runs.push({ fileIds: run, before: fileId });
      run = [];
    }
  }
  return runs;
}

/** @returns all files of an album in its order, those in the trash too */
export async function orderOf({ db }: Transaction<LibraryContext>, albumId: string): Promise<string[]> {
  const rows = await db.albumFile.findMany({
    where: { albumId },
    orderBy: [{ position: "asc" }, { fileId: "asc" }],
    select: { fileId: true },
  });
  return rows.map(({ fileId }) => fileId);
}
