import { isTracked, jobContracts } from "@alcoves/jobs";
import { findRole } from "../access/index.ts";
import type { Context } from "../context.ts";
import { isUuid } from "../uuid.ts";
import type { JobFile } from "./schema.ts";

/** A file with how its jobs stand. */
export interface FoundFile {
  file: JobFile;
  families: Record<string, { version: number; error: string | null }>;
}

const tracked = jobContracts.filter(isTracked).map(({ tracks }) => tracks);
const fileFamilies = tracked.flatMap((tracks) => (tracks.row === "file" ? [tracks.column] : []));
const momentFamilies = tracked.flatMap((tracks) => (tracks.row === "moment" ? [tracks.column] : []));

/**
 * Finds the files of jobs. The owner of the instance looks after its work, not into libraries: what a file and its library are called
 * is told where they are a member.
 * @param rowIds of files, and of moments, which stand for their file
 * @returns by those ids
 */
export async function findFiles(ctx: Context, rowIds: readonly string[]): Promise<Map<string, FoundFile>> {
  const ids = rowIds.filter(isUuid);
  const moments = await ctx.db.moment.findMany({ where: { id: { in: ids } } });
  const files = await ctx.db.file.findMany({
    where: { id: { in: [...ids, ...moments.map(({ fileId }) => fileId)] } },
    include: { library: { select: { name: true } } },
  });
  const libraryIds = [...new Set(files.map(({ libraryId }) => libraryId))];
  const roles = new Map(
    await Promise.all(libraryIds.map(async (id) => [id, await findRole(ctx, id)] as const)),
  );
  const found = new Map<string, FoundFile>();
  for (const row of files) {
    const isMember = roles.get(row.libraryId) !== null;
    const file: JobFile = {
      fileId: row.id,
      kind: row.kind,
      sizeBytes: Number(row.sizeBytes),
      name: isMember ? row.name : null,
      library: isMember ? row.library.name : null,
    };
    const states = fileFamilies.map((family) => [
      family,
      { version: row[`${family}Version`], error: row[`${family}Error`] },
    ]);
    found.set(row.id, { file, families: Object.fromEntries(states) });
  }
  for (const row of moments) {
    const ofFile = found.get(row.fileId);
    if (!ofFile) continue;
    const states = momentFamilies.map((family) => [
      family,
      { version: row[`${family}Version`], error: row[`${family}Error`] },
    ]);
    found.set(row.id, { file: ofFile.file, families: Object.fromEntries(states) });
  }
  return found;
}
