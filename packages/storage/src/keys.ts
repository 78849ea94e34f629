import { join } from "node:path";
import { InvalidKey } from "./errors.ts";

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const specPattern = /^[a-z0-9][a-z0-9.-]{0,60}$/;
const uploadIdPattern = /^[0-9a-f]{32}$/;
const longestKey = 512;

/** Names the file whose blobs are meant. */
interface FileIds {
  libraryId: string;
  fileId: string;
}

/** Prefix of everything that belongs to a library. */
export function libraryPrefix(libraryId: string): string {
  return `libraries/${uuid(libraryId)}/`;
}

/** Prefix of everything that belongs to a file. The last two digits of its id spread files over 256 folders. */
export function filePrefix({ libraryId, fileId }: FileIds): string {
  return `${libraryPrefix(libraryId)}${uuid(fileId).slice(-2)}/${fileId}/`;
}

/** The bytes as they came in; never written again. */
export function originalKey(file: FileIds): string {
  return `${filePrefix(file)}original`;
}

/** A picture. @param picture.sourceVersion version of what it is made from. @param picture.spec id of the variant */
export function variantKey(picture: FileIds & { sourceVersion: number; spec: string }): string {
  if (!specPattern.test(picture.spec) || picture.spec.includes("..")) {
    throw new InvalidKey("This is not the name of a picture size.");
  }
  return `${filePrefix(picture)}variants/v${whole(picture.sourceVersion)}/${picture.spec}`;
}

/** The poster of a video, by the version of the job that took it. */
export function posterKey(poster: FileIds & { version: number }): string {
  return `${filePrefix(poster)}poster/v${whole(poster.version)}.webp`;
}

/** The playable copy of a video, by the version of the job that made it. */
export function proxyKey(proxy: FileIds & { version: number }): string {
  return `${filePrefix(proxy)}proxy/v${whole(proxy.version)}.mp4`;
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

/** @throws InvalidKey for whatever could leave the root of a store or mean two things on two stores */
export function assertKey(key: string): void {
  const bad =
    key.length === 0 ||
    key.length > longestKey ||
    !/^[A-Za-z0-9._/-]+$/.test(key) ||
    key.split("/").some((segment) => segment === "" || segment === "." || segment === "..");
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
