import type { LibraryContext } from "../context.ts";
import { clipBytes } from "../moments/index.ts";

/** The clip of a moment for an archive, under the key of its storage. */
export interface FoundClip {
  momentId: string;
  /** With its extension. */
  name: string;
  key: string;
  sizeBytes: number;
  modifiedAt: Date;
}

/** Clips whose sizes a store is asked for at once. */
const atOnce = 16;

/** Clips of live moments of a library, as last completed, in the order of their files and times. A moment without one is not among them. */
export async function findClips(ctx: LibraryContext, momentIds: readonly string[]): Promise<FoundClip[]> {
  const rows = await ctx.db.moment.findMany({
    where: {
      id: { in: [...momentIds] },
      libraryId: ctx.access.libraryId,
      removedAt: null,
      exportDoneVersion: { gt: 0 },
      file: { trashedAt: null, purgedAt: null },
    },
    include: { file: { select: { kind: true, name: true } } },
    orderBy: [{ file: { name: "asc" } }, { startMs: "asc" }, { id: "asc" }],
  });
  const clips: FoundClip[] = [];
  for (let at = 0; at < rows.length; at += atOnce) {
    const sized = rows.slice(at, at + atOnce).map(async (row) => {
      const { key, name } = clipBytes({ ...row, kind: row.file.kind });
      const blob = await ctx.services.storage.stat(key);
      return blob && { momentId: row.id, name, key, ...blob };
    });
    clips.push(...(await Promise.all(sized)).filter((clip) => clip !== null));
  }
  return clips;
}
