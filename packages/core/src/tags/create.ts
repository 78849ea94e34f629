import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { lockNames } from "./lock.ts";
import { CreateTag, type Tag, tagColors } from "./schema.ts";

/** Makes a tag; without a colour it gets the one that is used least. @throws CONFLICT when there is one of that name, letter case aside */
export async function createTag(ctx: LibraryContext, input: CreateTag): Promise<Tag> {
  const { name, color } = CreateTag.parse(input);
  return transaction(ctx, async (ctx) => {
    await lockNames(ctx);
    await requireFreeName(ctx, name);
    return insertTag(ctx, { name, color });
  });
}

/** Finds or makes the tags of these names. @returns their ids */
export async function ensureTags(
  ctx: Transaction<LibraryContext>,
  names: readonly string[],
): Promise<string[]> {
  if (names.length === 0) return [];
  await lockNames(ctx);
  const tagIds: string[] = [];
  for (const name of names) {
    const tag = (await findByName(ctx, name)) ?? (await insertTag(ctx, { name }));
    tagIds.push(tag.tagId);
  }
  return tagIds;
}

/** @throws CONFLICT when another tag of the library has the name, letter case aside */
export async function requireFreeName(
  ctx: Transaction<LibraryContext>,
  name: string,
  tagId?: string,
): Promise<void> {
  const other = await findByName(ctx, name);
  if (!other || other.tagId === tagId) return;
  throw new DomainError(
    "CONFLICT",
    `There is a tag named "${other.name}". Choose another name, or merge the two.`,
  );
}

async function findByName(ctx: LibraryContext, name: string): Promise<Tag | undefined> {
  const [tag] = await ctx.db.$queryRaw<Tag[]>`
    SELECT id AS "tagId", name, color FROM tags
    WHERE library_id = ${ctx.access.libraryId}::uuid AND lower(name) = lower(${name})`;
  return tag;
}

async function insertTag(
  ctx: Transaction<LibraryContext>,
  { name, color }: { name: string; color?: number | undefined },
): Promise<Tag> {
  const { libraryId } = ctx.access;
  const createdById = "userId" in ctx.principal ? ctx.principal.userId : null;
  const tag = await ctx.db.tag.create({
    data: { libraryId, name, color: color ?? (await freestColor(ctx)), createdById },
  });
  await recordActivity(ctx, "tag.created", { tagId: tag.id, name });
  return { tagId: tag.id, name: tag.name, color: tag.color };
}

/** The colour that fewest tags of the library have, the first of several. */
async function freestColor({ db, access: { libraryId } }: LibraryContext): Promise<number> {
  const used = await db.tag.groupBy({ by: ["color"], where: { libraryId }, _count: true });
  const counts = new Map(used.map(({ color, _count }) => [color, _count]));
  const uses = tagColors.map((_, color) => counts.get(color) ?? 0);
  return uses.indexOf(Math.min(...uses));
}
