import { join } from "node:path";
import { InvalidKey } from "./errors.ts";

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const specPattern = /^[a-z0-9][a-z0-9.-]{0,60}$/;
const pictureVersionPattern = /^\d{1,10}-[0-9a-f]{8}$/;
const uploadIdPattern = /^[0-9a-f]{32}$/;
const renditionPattern = /^(?:sound|[1-9]\d{1,3}p)$/;
const longestKey = 512;

/** Names the file whose blobs are meant. */
interface FileIds {
  libraryId: string;
  fileId: string;
}

/**
 * What a blob is worth, the first part of its key: `files` are originals, of which nothing else is a copy; `cache` is made from them
 * and can be made again; `avatars` are pictures of people. A backup may leave `cache` out.
 */
export const scopes = ["files", "avatars", "cache"] as const;
export type Scope = (typeof scopes)[number];

/** First parts of keys: the scopes, and where a store writes to see whether it can. */
const roots: ReadonlySet<string> = new Set([...scopes, "probe"]);

/** The last two digits of its id spread files over 256 folders. */
function fileFolder({ libraryId, fileId }: FileIds): string {
  return `${uuid(libraryId)}/${uuid(fileId).slice(-2)}/${fileId}/`;
}

/** Prefixes of everything that belongs to a file, in every scope. */
export function filePrefixes(file: FileIds): string[] {
  return [`files/${fileFolder(file)}`, cachePrefix(file)];
}

/** Prefix of what was made from a file. */
export function cachePrefix(file: FileIds): string {
  return `cache/${fileFolder(file)}`;
}

/** The bytes as they came in; never written again. */
export function originalKey(file: FileIds): string {
  return `files/${fileFolder(file)}original`;
}

/** Prefix of a file's pictures. */
export function variantsPrefix(file: FileIds): string {
  return `${cachePrefix(file)}variants/`;
}

/** A picture. @param picture.version what it is made from and how, like `2-1f0c2a9b`. @param picture.spec id of the variant */
export function variantKey(picture: FileIds & { version: string; spec: string }): string {
  if (!specPattern.test(picture.spec) || picture.spec.includes("..")) {
    throw new InvalidKey("This is not the name of a picture size.");
  }
  if (!pictureVersionPattern.test(picture.version))
    throw new InvalidKey("This is not the version of a picture.");
  return `${variantsPrefix(picture)}v${picture.version}/${picture.spec}`;
}

/** The poster of a video, by the version of the job that took it. */
export function posterKey(poster: FileIds & { version: number }): string {
  return `${cachePrefix(poster)}poster/v${whole(poster.version)}.webp`;
}

/** The playable copy of a video, by the version of the job that made it. */
export function proxyKey(proxy: FileIds & { version: number }): string {
  return `${cachePrefix(proxy)}proxy/v${whole(proxy.version)}.mp4`;
}

/** How the keys of everything begin that was made from a file as one part, at one version. */
export function derivativeStem(derivative: FileIds & { part: string; version: number }): string {
  return `${cachePrefix(derivative)}${derivative.part}/v${whole(derivative.version)}`;
}

/** The sheet of a video's scrub sprites, or the index that says how they lie. */
export function spritesKey(sprites: FileIds & { version: number; part: "sheet" | "index" }): string {
  const extension = sprites.part === "sheet" ? "webp" : "json";
  return `${cachePrefix(sprites)}sprites/v${whole(sprites.version)}.${extension}`;
}

/** The peaks of a file's sound, in the form of packages/media/src/peaks.ts. */
export function waveformKey(waveform: FileIds & { version: number }): string {
  return `${cachePrefix(waveform)}waveform/v${whole(waveform.version)}.peaks`;
}

/** A part of a video's stream: the list of its renditions, or a rendition's list of segments or bytes. */
export function streamKey(
  stream: FileIds & { version: number; part: "master" | { rendition: string; part: "index" | "media" } },
): string {
  const { part } = stream;
  const folder = `${cachePrefix(stream)}hls/v${whole(stream.version)}/`;
  if (part === "master") return `${folder}master.m3u8`;
  if (!isRendition(part.rendition)) throw new InvalidKey("This is not a rendition of a stream.");
  return `${folder}${part.rendition}/${part.part === "index" ? "index.m3u8" : "media.mp4"}`;
}

/** @returns whether a name is one of a rendition: `sound`, or the short side of a picture, as `720p` */
export function isRendition(name: string): boolean {
  return renditionPattern.test(name);
}

/** The clip of a motion photo, by the version of the job that took it out. */
export function motionKey(motion: FileIds & { version: number }): string {
  return `${cachePrefix(motion)}motion/v${whole(motion.version)}.mp4`;
}

/** Prefix of the clips of a moment. */
export function momentPrefix(moment: FileIds & { momentId: string }): string {
  return `${cachePrefix(moment)}moments/${uuid(moment.momentId)}/`;
}

/** The clip of a moment, by the version of the job that cut it. */
export function momentClipKey(moment: FileIds & { momentId: string; version: number }): string {
  return `${momentPrefix(moment)}v${whole(moment.version)}.mp4`;
}

/** A still of a moment's clip, which has the clip's version. Sound has none. */
export function momentPosterKey(moment: FileIds & { momentId: string; version: number }): string {
  return `${momentPrefix(moment)}v${whole(moment.version)}.jpg`;
}

/** Prefix of a person's pictures. */
export function avatarPrefix(userId: string): string {
  return `avatars/${uuid(userId).slice(-2)}/${userId}/`;
}

/** The picture of a person, by its version. */
export function avatarKey({ userId, version }: { userId: string; version: number }): string {
  return `${avatarPrefix(userId)}v${whole(version)}.webp`;
}

/** Local folder where uploads are received, whatever the storage is. */
export function stagingFolder(dataPath: string): string {
  return join(dataPath, "uploads");
}

/** Local path of an upload on its way in. */
export function stagingPath(dataPath: string, uploadId: string): string {
  if (!uploadIdPattern.test(uploadId)) throw new InvalidKey("This is not the id of an upload.");
  return join(stagingFolder(dataPath), uploadId);
}

/** @throws InvalidKey for whatever lies in no scope, could leave the root of a store or mean two things on two stores */
export function assertKey(key: string): void {
  const segments = key.split("/");
  const bad =
    !roots.has(segments[0] ?? "") ||
    key.length > longestKey ||
    !/^[A-Za-z0-9._/-]+$/.test(key) ||
    segments.some((segment) => segment === "" || segment === "." || segment === "..");
  if (bad) throw new InvalidKey("This is not a key of the storage.");
}

/** @throws InvalidKey for a prefix without its slash at the end too: it would also take in what merely starts alike */
export function assertPrefix(prefix: string): void {
  if (!prefix.endsWith("/")) throw new InvalidKey("This is not a prefix of the storage.");
  assertKey(prefix.slice(0, -1));
}

function uuid(id: string): string {
  if (!uuidPattern.test(id)) throw new InvalidKey("This is not an id.");
  return id;
}

function whole(version: number): number {
  if (!Number.isInteger(version) || version < 0) throw new InvalidKey("This is not a version.");
  return version;
}
