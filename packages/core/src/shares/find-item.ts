import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { findAlbumFile, type PlacedRow } from "./album-files.ts";
import type { AlbumShare, FoundShare } from "./find.ts";
import type { ItemRow } from "./items.ts";
import { fileIdIn } from "./reference.ts";

/** A file of a shared album as it is now, by its reference. @throws NOT_FOUND for what is not, or no more, in it */
export async function findItem(ctx: Context, share: AlbumShare, reference: string): Promise<PlacedRow> {
  const fileId = fileIdIn(ctx.services, share, reference);
  const row = fileId === null ? null : await findAlbumFile(ctx, share, fileId);
  if (!row) throw notBehind();
  return row;
}

/** A file behind a share of any kind, by its reference. @throws NOT_FOUND as `findItem`, and for a share of a moment, which has none */
export async function findFileBehind(ctx: Context, share: FoundShare, reference: string): Promise<ItemRow> {
  if (share.kind === "album") return (await findItem(ctx, share, reference)).file;
  const isIt = share.kind === "file" && fileIdIn(ctx.services, share, reference) === share.file.id;
  if (!isIt) throw notBehind();
  return share.file;
}

/** What a visitor is told who asks for what a link does not lead to. */
export function notBehind(): DomainError {
  return new DomainError("NOT_FOUND", "This is not, or no more, behind the link. Open the link again.");
}
