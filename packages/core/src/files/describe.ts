import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { recordEvent } from "../events/index.ts";
import { transaction } from "../transaction.ts";
import { mayChange } from "./may-change.ts";
import { DescribeFile } from "./schema.ts";

/**
 * Writes what a file shows: a text goes before what the file itself says, an empty one hides that, null goes back to it.
 * @throws NOT_FOUND for a file of another library or in the trash, FORBIDDEN for somebody else's
 */
export async function describeFile(ctx: LibraryContext, input: DescribeFile): Promise<void> {
  const { fileId, description } = DescribeFile.parse(input);
  const { libraryId } = ctx.access;
  await transaction(ctx, async (ctx) => {
    const file = await ctx.db.file.findFirst({
      where: { id: fileId, libraryId, trashedAt: null, companionOfId: null },
      select: { name: true, uploadedById: true },
    });
    if (!file) throw notFound("file");
    if (!mayChange(ctx, file)) {
      throw new DomainError(
        "FORBIDDEN",
        "You may describe only what you uploaded. Ask an admin of the library.",
      );
    }
    await ctx.db.file.update({ where: { id: fileId }, data: { writtenDescription: description } });
    await recordActivity(ctx, "file.described", { fileId, name: file.name });
    await recordEvent(ctx, { libraryId, kind: "file.changed", fileId });
  });
}
