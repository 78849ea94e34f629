import { giveBackPlaces, takeOverPlaces } from "../albums/index.ts";
import type { LibraryContext } from "../context.ts";
import { recordEvent } from "../events/index.ts";
import { giveBackDescription, takeOverDescription } from "../files/index.ts";
import { giveBackMarks, takeOverMarks } from "../marks/index.ts";
import { giveBackTags, takeOverTags } from "../tags/index.ts";
import type { Transaction } from "../transaction.ts";
import type { Merged } from "./schema.ts";

/** Gives a file what people put on its duplicates: tags, albums, marks, and a description when it has none. Whoever calls holds them all. */
export async function merge(
  ctx: Transaction<LibraryContext>,
  into: { fileId: string; fromIds: readonly string[] },
): Promise<Merged> {
  const { fileId } = into;
  const merged = {
    fileId,
    tagIds: await takeOverTags(ctx, into),
    places: await takeOverPlaces(ctx, into),
    marks: await takeOverMarks(ctx, into),
    description: await takeOverDescription(ctx, into),
  };
  await tell(ctx, fileId);
  return merged;
}

/** Takes back what `merge` gave. @throws CONFLICT when the file was described anew meanwhile */
export async function unmerge(ctx: Transaction<LibraryContext>, merged: Merged): Promise<void> {
  const { fileId, tagIds, places, marks, description } = merged;
  await giveBackTags(ctx, { fileId, tagIds });
  await giveBackPlaces(ctx, fileId, places);
  await giveBackMarks(ctx, fileId, marks);
  if (description !== null) await giveBackDescription(ctx, { fileId, written: description });
  await tell(ctx, fileId);
}

async function tell(ctx: Transaction<LibraryContext>, fileId: string): Promise<void> {
  await recordEvent(ctx, { libraryId: ctx.access.libraryId, kind: "file.changed", fileId });
}
