import { mayChangeOf } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { CreateHighlight, mostHighlights, OneHighlight, UpdateHighlight } from "./schema.ts";

/** Keeps a filter. @throws INVALID for an expression that is none, or one more than a library may have */
export async function createHighlight(
  ctx: LibraryContext,
  input: CreateHighlight,
): Promise<{ highlightId: string }> {
  const { libraryId, ...facts } = CreateHighlight.parse(input);
  const createdById = "userId" in ctx.principal ? ctx.principal.userId : null;
  return transaction(ctx, async ({ db }) => {
    // Two who make the last one at once: one waits, and is told.
    await db.$queryRaw<object[]>`SELECT id FROM libraries WHERE id = ${libraryId}::uuid FOR NO KEY UPDATE`;
    if ((await db.highlight.count({ where: { libraryId } })) >= mostHighlights)
      throw new DomainError(
        "INVALID",
        `A library has at most ${mostHighlights} highlights. Delete one first.`,
      );
    const { id: highlightId } = await db.highlight.create({ data: { libraryId, createdById, ...facts } });
    return { highlightId };
  });
}

/**
 * Changes a highlight: contributors their own, admins every one.
 * @throws NOT_FOUND for one of another library, FORBIDDEN for somebody else's, INVALID for an expression that is none
 */
export async function updateHighlight(ctx: LibraryContext, input: UpdateHighlight): Promise<void> {
  const { libraryId: _, highlightId, ...facts } = UpdateHighlight.parse(input);
  await transaction(ctx, async (ctx) => {
    await requireOwn(ctx, highlightId);
    await ctx.db.highlight.update({ where: { id: highlightId }, data: facts });
  });
}

/** Deletes a highlight; moments that were made of its matches stay. @throws as `updateHighlight` */
export async function removeHighlight(ctx: LibraryContext, input: OneHighlight): Promise<void> {
  const { highlightId } = OneHighlight.parse(input);
  await transaction(ctx, async (ctx) => {
    await requireOwn(ctx, highlightId);
    await ctx.db.highlight.delete({ where: { id: highlightId } });
  });
}

/** Locks it for the rest of the transaction. */
async function requireOwn(ctx: Transaction<LibraryContext>, highlightId: string): Promise<void> {
  const [row] = await ctx.db.$queryRaw<{ createdById: string | null }[]>`
    SELECT created_by_id AS "createdById" FROM highlights
    WHERE id = ${highlightId}::uuid AND library_id = ${ctx.access.libraryId}::uuid FOR UPDATE`;
  if (!row) throw notFound("highlight");
  if (!mayChangeOf(ctx, row.createdById))
    throw new DomainError("FORBIDDEN", "This highlight is somebody else's. Make one of your own.");
}
