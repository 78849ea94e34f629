import { isRendition, spritesKey, streamKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { findMediaFile } from "./find-media-file.ts";
import type { FileBytes } from "./open-bytes.ts";

/** What was made of a file for a player, on its way out; it has no name of its own, for nobody saves it. */
export type MadeBytes = Pick<FileBytes, "key" | "etag" | "mimeType">;

/** The small pictures for scrubbing, or how they lie. @throws NOT_FOUND also while there are none */
export async function openSprites(
  ctx: Context,
  { fileId, part }: { fileId: string; part: "sheet" | "index" },
): Promise<MadeBytes> {
  const { file } = await findMediaFile(ctx, fileId);
  const version = file.spritesDoneVersion;
  if (version === 0 || file.spritesStatus === "not_needed") throw notFound("scrub pictures");
  return {
    key: spritesKey({ ...file, version, part }),
    etag: `"${fileId}-sprites-${part}-${version}"`,
    mimeType: part === "sheet" ? "image/webp" : "application/json",
  };
}

const streamParts: Record<string, { part: "index" | "media"; mimeType: string }> = {
  "index.m3u8": { part: "index", mimeType: "application/vnd.apple.mpegurl" },
  "media.mp4": { part: "media", mimeType: "video/mp4" },
};

/** A part of a stream by its names in the address. */
export interface StreamPart {
  fileId: string;
  /** Null for the list of renditions. */
  rendition: string | null;
  name: string;
  /** Each version is a stream of its own: its lists and its bytes go together. Undefined for the one last completed. */
  version: string | undefined;
}

/** A part of a video's stream. @throws NOT_FOUND for parts, renditions and versions that there are not */
export async function openStream(ctx: Context, asked: StreamPart): Promise<MadeBytes> {
  const { fileId, rendition, name } = asked;
  const { file } = await findMediaFile(ctx, fileId);
  const version = Number(asked.version ?? file.hlsDoneVersion);
  if (!Number.isInteger(version) || version < 1 || version > file.hlsDoneVersion) throw notFound("stream");
  const etag = `"${fileId}-hls-${version}-${rendition ?? "master"}-${name}"`;
  if (rendition === null) {
    const key = streamKey({ ...file, version, part: "master" });
    return { key, etag, mimeType: "application/vnd.apple.mpegurl" };
  }
  const part = Object.hasOwn(streamParts, name) ? streamParts[name] : undefined;
  if (!part || !isRendition(rendition)) throw notFound("stream");
  const key = streamKey({ ...file, version, part: { rendition, part: part.part } });
  return { key, etag, mimeType: part.mimeType };
}
