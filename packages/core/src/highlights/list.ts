import { mayChangeOf } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import type { Highlight } from "./schema.ts";

/** The highlights of the library, in the order in which they were made. */
export async function listHighlights(ctx: LibraryContext): Promise<Highlight[]> {
  const { libraryId } = ctx.access;
  const rows = await ctx.db.highlight.findMany({
    where: { libraryId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, expression, color, windowMs, createdById }) => ({
    highlightId: id,
    ...{ name, expression, color, windowMs },
    mayChange: mayChangeOf(ctx, createdById),
  }));
}
