import type { Context } from "../context.ts";
import { countAlbumFiles, cursorAt, findBeside, findCover, listAlbumFiles, placeOf } from "./album-files.ts";
import { clipSizeOf } from "./clip-size.ts";
import { askForNewCopies } from "./copies.ts";
import { type AlbumShare, type FileShare, findShare, type MomentShare } from "./find.ts";
import { findItem, notBehind } from "./find-item.ts";
import { toItem } from "./items.ts";
import { referenceOf } from "./reference.ts";
import {
  type LockedShare,
  type OpenedShare,
  type SharedAlbum,
  type SharedAlbumItem,
  type SharedFile,
  type SharedMoment,
  ShownItem,
  VisitShare,
} from "./schema.ts";

/** Files of an album that a visitor is shown at once. */
const pageSize = 200;

/**
 * What a link shows to whoever has it, signed in or not.
 * @returns nothing but that it is locked, while its password is wanted
 * @throws NOT_FOUND for a link that opens nothing, RATE_LIMITED for who tries many of these, INVALID for a made-up cursor
 */
export async function openShare(ctx: Context, input: VisitShare): Promise<OpenedShare> {
  const { cursor, ...shown } = VisitShare.parse(input);
  const { share, isLocked } = await findShare(ctx, shown);
  if (isLocked) return { isLocked };
  if (share.kind === "moment") return toMoment(share);
  return share.kind === "file" ? openFile(ctx, share) : openAlbum(ctx, share, cursor);
}

/** One file of an album behind a link. @throws as `openShare`; NOT_FOUND also for what is not, or no more, in the album */
export async function openShareItem(ctx: Context, input: ShownItem): Promise<SharedAlbumItem | LockedShare> {
  const { reference, ...shown } = ShownItem.parse(input);
  const { share, isLocked } = await findShare(ctx, shown);
  if (isLocked) return { isLocked };
  if (share.kind !== "album") throw notBehind();
  const { file, place } = await findItem(ctx, share, reference);
  await askForNewCopies(ctx, [file], share.exposes);
  const { previous, next } = await findBeside(ctx, share, place);
  const { services } = ctx;
  return {
    isLocked: false,
    album: share.album.name,
    item: toItem(services, share, file),
    previous: previous && referenceOf(services, share, previous),
    next: next && referenceOf(services, share, next),
    expiresAt: share.expiresAt,
  };
}

function toMoment({ moment, expiresAt }: MomentShare): SharedMoment {
  const isSound = moment.file.kind === "audio";
  const version = moment.exportDoneVersion;
  return {
    isLocked: false,
    kind: "moment",
    name: moment.name,
    description: moment.description ?? "",
    isSound,
    durationMs: moment.endMs - moment.startMs,
    clip: version > 0 ? "ready" : moment.exportStatus === "failed" ? "failed" : "processing",
    version,
    hasThumbnail: version > 0 && !isSound,
    ...clipSizeOf(moment.file),
    expiresAt,
  };
}

async function openFile(ctx: Context, share: FileShare): Promise<SharedFile> {
  const { file, exposes, expiresAt } = share;
  await askForNewCopies(ctx, [file], exposes);
  return { isLocked: false, kind: "file", item: toItem(ctx.services, share, file), expiresAt };
}

async function openAlbum(
  ctx: Context,
  share: AlbumShare,
  cursor: string | null | undefined,
): Promise<SharedAlbum> {
  const { exposes, album, expiresAt } = share;
  const rows = await listAlbumFiles(ctx, share, { after: placeOf(ctx, share, cursor), limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const files = page.map(({ file }) => file);
  await askForNewCopies(ctx, files, exposes);
  const cover = await findCover(ctx, share);
  return {
    isLocked: false,
    kind: "album",
    name: album.name,
    count: await countAlbumFiles(ctx, share),
    cover: cover && toItem(ctx.services, share, cover),
    items: files.map((file) => toItem(ctx.services, share, file)),
    nextCursor: rows.length > pageSize && last ? cursorAt(ctx, share, last.place) : null,
    hasOriginals: exposes.originals,
    expiresAt,
  };
}
