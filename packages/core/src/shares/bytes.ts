import { momentPosterKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { FileBytes } from "../files/index.ts";
import { clipBytes } from "../moments/index.ts";
import { findCover } from "./album-files.ts";
import { countView } from "./count-view.ts";
import { findUnlocked, type MomentShare } from "./find.ts";
import { notBehind } from "./find-item.ts";
import { pictureOf } from "./item-bytes.ts";
import { ShownShare } from "./schema.ts";

/**
 * The clip of a shared moment. Whoever asks for it from its beginning watches it.
 * @throws NOT_FOUND also while there is none and for a link of another kind, UNAUTHENTICATED while the password is wanted, RATE_LIMITED
 */
export async function openSharedClip(
  ctx: Context,
  { isView, ...shown }: ShownShare & { isView: boolean },
): Promise<FileBytes> {
  const share = await findUnlocked(ctx, ShownShare.parse(shown));
  if (share.kind !== "moment") throw notBehind();
  const { moment, id } = share;
  if (moment.exportDoneVersion === 0)
    throw new DomainError("NOT_FOUND", "This clip is still being made. Come back in a minute.");
  if (isView) await countView(ctx, id);
  const clip = clipBytes({ ...moment, kind: moment.file.kind });
  return { ...clip, etag: etagOf(moment.exportDoneVersion) };
}

/**
 * The one picture that stands for what is shared, JPEG: a still of the clip, the file's own, the album's cover.
 * @throws as `openSharedClip`; NOT_FOUND also for what shows nothing
 */
export async function openSharedThumbnail(ctx: Context, shown: ShownShare): Promise<FileBytes> {
  const share = await findUnlocked(ctx, ShownShare.parse(shown));
  if (share.kind === "moment") return stillOf(share);
  const file = share.kind === "file" ? share.file : await findCover(ctx, share);
  if (!file) throw new DomainError("NOT_FOUND", "There is no picture of this.");
  return pictureOf(ctx, share, { file, size: "preview" });
}

function stillOf({ moment }: MomentShare): FileBytes {
  const version = moment.exportDoneVersion;
  if (version === 0 || moment.file.kind === "audio")
    throw new DomainError("NOT_FOUND", "There is no picture of this clip.");
  return {
    key: momentPosterKey({ ...moment, momentId: moment.id, version }),
    etag: etagOf(version),
    mimeType: "image/jpeg",
    name: `${moment.name}.jpg`,
    inline: true,
  };
}

/** Without an id: a visitor learns none. */
function etagOf(version: number): string {
  return `"v${version}"`;
}
