import type { Context } from "../context.ts";
import { clipSizeOf } from "./clip-size.ts";
import { findShare } from "./find.ts";
import { type OpenedShare, ShownShare } from "./schema.ts";

/**
 * What a link shows to whoever has it, signed in or not.
 * @returns nothing but that it is locked, while its password is wanted
 * @throws NOT_FOUND for a link that opens nothing, RATE_LIMITED for who tries many of these
 */
export async function openShare(ctx: Context, input: ShownShare): Promise<OpenedShare> {
  const { share, isLocked } = await findShare(ctx, ShownShare.parse(input));
  if (isLocked) return { isLocked };
  const { moment, expiresAt } = share;
  const isSound = moment.file.kind === "audio";
  const version = moment.exportDoneVersion;
  return {
    isLocked,
    name: moment.name,
    description: moment.description ?? "",
    isSound,
    durationMs: moment.endMs - moment.startMs,
    clip: version > 0 ? "ready" : "processing",
    version,
    hasThumbnail: version > 0 && !isSound,
    ...clipSizeOf(moment.file),
    expiresAt,
  };
}
