import type { LibraryContext } from "../context.ts";
import { mediaUrls, pictureUrls } from "../files/index.ts";
import { keysetCursor, readKeyset } from "../keyset-cursor.ts";
import { findMomentRows, momentColumns, toMoment } from "./rows.ts";
import { type FoundMoment, type Moment, type MomentPage, SearchMoments, SomeMoments } from "./schema.ts";

const order = { order: "moments", types: ["bigint", "uuid"] } as const;

/** What is shown of the file of a moment. */
const fileColumns = {
  id: true,
  name: true,
  kind: true,
  uploadedById: true,
  thumbnailStatus: true,
  thumbnailDoneVersion: true,
  variantsStatus: true,
  spritesDoneVersion: true,
} as const;

/**
 * One page of a library's moments, the newest first. Letter case does not count; moments of files in the trash are not looked at.
 * @throws INVALID for a made-up cursor
 */
export async function searchMoments(ctx: LibraryContext, input: SearchMoments): Promise<MomentPage> {
  const { text, tagId, cursor, limit } = SearchMoments.parse(input);
  const { libraryId } = ctx.access;
  const rows = await ctx.db.moment.findMany({
    where: {
      libraryId,
      removedAt: null,
      file: { trashedAt: null, purgedAt: null },
      ...(tagId !== null && { tags: { some: { tagId } } }),
      AND: [...wordsOf(text).map(holding), ...after(cursor)],
    },
    include: { ...momentColumns, file: { select: fileColumns } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    moments: page.map((row): FoundMoment => ({ ...toMoment(ctx, row), file: toFile(row.file) })),
    nextCursor:
      rows.length > limit && last
        ? keysetCursor(order.order, [String(last.createdAt.getTime()), last.id])
        : null,
  };

  function toFile(file: (typeof rows)[number]["file"]): FoundMoment["file"] {
    const version = file.spritesDoneVersion;
    return {
      name: file.name,
      kind: file.kind,
      pictures: pictureUrls(file),
      sprites: version > 0 ? mediaUrls.sprites(file.id, version) : null,
    };
  }
}

/** Moments by their ids, in the order of their times; those that are gone are not among them. */
export async function findMoments(ctx: LibraryContext, input: SomeMoments): Promise<Moment[]> {
  const { momentIds } = SomeMoments.parse(input);
  const rows = await findMomentRows(ctx, { id: { in: momentIds } });
  return rows.filter(({ removedAt }) => removedAt === null).map((row) => toMoment(ctx, row));
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

function holding(word: string) {
  // Prisma leaves the signs of LIKE as they are.
  const contains = word.replace(/[\\%_]/g, "\\$&");
  const held = { contains, mode: "insensitive" } as const;
  return { OR: [{ name: held }, { description: held }, { file: { name: held } }] };
}

function after(cursor: string | null | undefined) {
  const [ms, id] = readKeyset(cursor, order) ?? [];
  if (ms === undefined || id === undefined) return [];
  const createdAt = new Date(Number(ms));
  return [{ OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] }];
}
