import { motionKey, posterKey, proxyKey, spritesKey, streamKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import { findMediaFile } from "./find-media-file.ts";
import type { SpriteIndex } from "./schema.ts";

/** What is one blob: a video's poster or the cover of sound, the copy that browsers play, the clip of a motion photo. */
const keyOf = { poster: posterKey, proxy: proxyKey, motion: motionKey };

/** Moves what was made under the key of its version. The row points to it when the job has ended; until then the old one is served. */
export async function saveMade(
  ctx: Context,
  fileId: string,
  { part, version, localPath }: { part: keyof typeof keyOf; version: number; localPath: string },
): Promise<void> {
  const { file } = await findMediaFile(ctx, fileId);
  await ctx.services.storage.adopt(localPath, keyOf[part]({ ...file, version }));
}

/** Keeps the small pictures for scrubbing under the keys of their version: the sheet, a local file, and how they lie. */
export async function saveSprites(
  ctx: Context,
  fileId: string,
  { version, localPath, index }: { version: number; localPath: string; index: SpriteIndex },
): Promise<void> {
  const { file } = await findMediaFile(ctx, fileId);
  const { storage } = ctx.services;
  await storage.adopt(localPath, spritesKey({ ...file, version, part: "sheet" }));
  const json = Buffer.from(JSON.stringify(index));
  const options = { contentType: "application/json" };
  await storage.write(spritesKey({ ...file, version, part: "index" }), json, options);
}

/** Keeps how loud a file's sound is; nulls for silence. */
export async function saveLoudness(
  ctx: Transaction<Context>,
  fileId: string,
  { loudnessLufs, truePeakDbtp }: { loudnessLufs: number | null; truePeakDbtp: number | null },
): Promise<void> {
  await ctx.db.file.update({ where: { id: fileId }, data: { loudnessLufs, truePeakDbtp } });
}

/** A stream on this machine: lists as texts, bytes as local files. */
export interface LocalStream {
  master: string;
  renditions: readonly { name: string; index: string; mediaPath: string }[];
}

/**
 * Keeps a stream under the keys of its version, the list of its renditions last: without it nobody finds the rest. Its lists
 * name the version in each address, for what stands under an address never changes.
 */
export async function saveStream(
  ctx: Context,
  fileId: string,
  { version, stream }: { version: number; stream: LocalStream },
): Promise<void> {
  const { file } = await findMediaFile(ctx, fileId);
  const { storage } = ctx.services;
  const options = { contentType: "application/vnd.apple.mpegurl" };
  for (const { name, index, mediaPath } of stream.renditions) {
    const key = (part: "index" | "media") => streamKey({ ...file, version, part: { rendition: name, part } });
    await storage.adopt(mediaPath, key("media"));
    await storage.write(key("index"), Buffer.from(withVersion(index, version)), options);
  }
  const master = Buffer.from(withVersion(stream.master, version));
  await storage.write(streamKey({ ...file, version, part: "master" }), master, options);
}

/** In a playlist (RFC 8216, 4.1) what is neither empty nor begins with # is an address; tags carry theirs as URI="…". */
function withVersion(playlist: string, version: number): string {
  return playlist
    .split("\n")
    .map((line) => {
      if (line.startsWith("#")) return line.replace(/URI="([^"?]+)"/g, `URI="$1?v=${version}"`);
      return line.trim() === "" ? line : `${line.trim()}?v=${version}`;
    })
    .join("\n");
}
