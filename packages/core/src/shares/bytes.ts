import { momentPosterKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { FileBytes } from "../files/index.ts";
import { clipBytes } from "../moments/index.ts";
import { countView } from "./count-view.ts";
import { type FoundShare, findShare } from "./find.ts";
import { ShownShare } from "./schema.ts";

/**
 * The clip of a share. Whoever asks for it from its beginning watches it.
 * @throws NOT_FOUND also while there is none, UNAUTHENTICATED while the password is wanted, RATE_LIMITED
 */
export async function openSharedClip(
  ctx: Context,
  { isView, ...shown }: ShownShare & { isView: boolean },
): Promise<FileBytes> {
  const { moment, id } = await findUnlocked(ctx, shown);
  if (moment.exportDoneVersion === 0)
    throw new DomainError("NOT_FOUND", "This clip is still being made. Come back in a minute.");
  if (isView) await countView(ctx, id);
  const clip = clipBytes({ ...moment, kind: moment.file.kind });
  return { ...clip, etag: etagOf(moment.exportDoneVersion) };
}

/** The still of a share's clip, JPEG. @throws as `openSharedClip`; NOT_FOUND for sound too */
export async function openSharedThumbnail(ctx: Context, shown: ShownShare): Promise<FileBytes> {
  const { moment } = await findUnlocked(ctx, shown);
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

async function findUnlocked(ctx: Context, shown: ShownShare): Promise<FoundShare> {
  const { share, isLocked } = await findShare(ctx, ShownShare.parse(shown));
  if (isLocked) throw new DomainError("UNAUTHENTICATED", "Enter the password of this link first.");
  return share;
}

/** Without an id: a visitor learns none. */
function etagOf(version: number): string {
  return `"v${version}"`;
}
