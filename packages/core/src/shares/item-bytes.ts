import { originalKey, proxyKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { type FileBytes, isInlineSafe, proxyMimeType } from "../files/index.ts";
import { ensurePicture, findPicture, variants } from "../variants/index.ts";
import { countView } from "./count-view.ts";
import { type FoundShare, findUnlocked } from "./find.ts";
import { findFileBehind, notBehind } from "./find-item.ts";
import { type ItemRow, playSourceOf } from "./items.ts";
import { referenceOf } from "./reference.ts";
import { type SharedSize, ShownItem } from "./schema.ts";

/** Asks for bytes of a file behind a link. Whoever asks for them from their beginning sees it. */
type AskedBytes = ShownItem & { isView: boolean };

/**
 * A picture of a file behind a link, made when there is none. It holds nothing but what is to be seen.
 * @throws NOT_FOUND for what is not behind the link or shows nothing, UNAUTHENTICATED while the password is wanted, RATE_LIMITED;
 * INVALID and UNAVAILABLE when it could not be made
 */
export async function openSharedPicture(
  ctx: Context,
  { size, ...asked }: AskedBytes & { size: SharedSize },
): Promise<FileBytes> {
  const { share, file } = await findAsked(ctx, asked);
  return pictureOf(ctx, share, { file, size });
}

/** What plays of a video or sound behind a link. @throws as `openSharedPicture`; NOT_FOUND also while there is none */
export async function openSharedPlayback(ctx: Context, asked: AskedBytes): Promise<FileBytes> {
  const { share, file } = await findAsked(ctx, asked);
  return playbackOf(ctx, share, file);
}

/** The bytes as they came in. @throws as `openSharedPicture`; NOT_FOUND also where the link does not show originals */
export async function openSharedOriginal(ctx: Context, asked: AskedBytes): Promise<FileBytes> {
  const { share, file } = await findAsked(ctx, asked);
  if (!share.exposes.originals) throw notBehind();
  return {
    key: originalKey({ ...file, fileId: file.id }),
    etag: etagOf(ctx, share, { file, part: "original" }),
    mimeType: file.mimeType,
    name: file.name,
    inline: isInlineSafe(file.mimeType),
  };
}

async function findAsked(
  ctx: Context,
  { isView, ...asked }: AskedBytes,
): Promise<{ share: FoundShare; file: ItemRow }> {
  const { reference, ...shown } = ShownItem.parse(asked);
  const share = await findUnlocked(ctx, shown);
  const file = await findFileBehind(ctx, share, reference);
  if (isView) await countView(ctx, share.id);
  return { share, file };
}

/** A picture of a file that was found behind a share. @throws NOT_FOUND for what shows nothing; as `ensurePicture` */
export async function pictureOf(
  ctx: Context,
  share: FoundShare,
  { file, size }: { file: ItemRow; size: SharedSize },
): Promise<FileBytes> {
  // The share has decided: what it shows of its file anyone may see.
  const system = { ...ctx, principal: { kind: "system", job: "image-variant" } } as const;
  const picture = await findPicture(system, { fileId: file.id, variantId: size });
  if ((await ctx.services.storage.stat(picture.key)) === null) await ensurePicture(system, picture);
  return {
    key: picture.key,
    etag: etagOf(ctx, share, { file, part: `${size}-${picture.version}` }),
    mimeType: picture.mimeType,
    name: `${stemOf(file)}.${variants[size].format === "jpeg" ? "jpg" : variants[size].format}`,
    inline: true,
  };
}

/** What plays of a file that was found behind a share. @throws NOT_FOUND while there is none */
export function playbackOf(ctx: Context, share: FoundShare, file: ItemRow): FileBytes {
  const source = playSourceOf(file, share.exposes);
  if (!source)
    throw new DomainError("NOT_FOUND", "There is nothing to play here, or not yet. Come back in a minute.");
  const ids = { ...file, fileId: file.id };
  const etag = etagOf(ctx, share, { file, part: `${source.from}-${source.version}` });
  if (source.from === "original")
    return { key: originalKey(ids), etag, mimeType: file.mimeType, name: file.name, inline: true };
  return {
    key: proxyKey({ ...ids, version: source.version }),
    etag,
    mimeType: proxyMimeType(file),
    name: `${stemOf(file)}.${file.kind === "audio" ? "m4a" : "mp4"}`,
    inline: true,
  };
}

/** A file's name without its extension, for what was made of it. */
function stemOf({ name }: ItemRow): string {
  return name.replace(/(?!^)\.[^.]*$/, "");
}

/** Names the file as the share does: a visitor learns no id. */
function etagOf(ctx: Context, share: FoundShare, { file, part }: { file: ItemRow; part: string }): string {
  return `"${referenceOf(ctx.services, share, file.id)}-${part}"`;
}
