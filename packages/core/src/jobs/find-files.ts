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

const families = jobContracts.filter(isTracked).map(({ tracks }) => tracks.column);

/**
 * Finds the files of jobs. The owner of the instance looks after its work, not into libraries: what a file and its library are called
 * is told where they are a member.
 */
export async function findFiles(ctx: Context, fileIds: readonly string[]): Promise<Map<string, FoundFile>> {
  const rows = await ctx.db.file.findMany({
    where: { id: { in: fileIds.filter(isUuid) } },
    include: { library: { select: { name: true } } },
  });
  const libraryIds = [...new Set(rows.map(({ libraryId }) => libraryId))];
  const roles = new Map(
    await Promise.all(libraryIds.map(async (id) => [id, await findRole(ctx, id)] as const)),
  );
  return new Map(
    rows.map((row) => {
      const isMember = roles.get(row.libraryId) !== null;
      const file: JobFile = {
        fileId: row.id,
        kind: row.kind,
        sizeBytes: Number(row.sizeBytes),
        name: isMember ? row.name : null,
        library: isMember ? row.library.name : null,
      };
      const states = families.map((family) => [
        family,
        { version: row[`${family}Version`], error: row[`${family}Error`] },
      ]);
      return [row.id, { file, families: Object.fromEntries(states) }];
    }),
  );
}
