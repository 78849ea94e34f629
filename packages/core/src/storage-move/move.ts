import { Readable } from "node:stream";
import { BlobNotFound, type BlobStore, copyBlob, hashBlob, readKey, scopes } from "@alcoves/storage";
import { batchesOf } from "../batches-of.ts";
import type { Context } from "../context.ts";

/** A move of every blob from one store to another. */
export interface StorageMove {
  from: BlobStore;
  to: BlobStore;
  /** Takes an original for the same when its size is, and does not read it: for one that was compared before. */
  fast: boolean;
  /** Removes each blob from the source once the target's was compared with it. Nobody may be using the source any more. */
  removeSource: boolean;
}

/** What became of the blobs of a move. */
export interface MoveSummary {
  /** In the source. */
  total: number;
  copied: number;
  /** Looked at in the present round. */
  seen: number;
  readBytes: number;
  /** That are not in the target as they should be. */
  left: number;
}

export interface MoveListener {
  progress(summary: MoveSummary): void;
  /** A blob stays where it is, for this reason. */
  left(key: string, reason: string): void;
}

const batchSize = 200;

/** Blobs that are on their way at once. */
const places = 4;

/** A live instance may bring new blobs for as long as we look. */
const mostRounds = 5;

/**
 * Copies every blob that the target does not have yet, and compares what is there: originals by their bytes, all others by
 * their size, because their names change with them. It can be broken off at any point and be run again, also beside a live
 * instance: when all were looked at it looks for what came meanwhile, until a round brings nothing new.
 * @throws StorageUnavailable when a store cannot be used at all
 */
export async function moveStorage(
  ctx: Context,
  move: StorageMove,
  listener: MoveListener,
): Promise<MoveSummary> {
  const summary: MoveSummary = { total: 0, copied: 0, seen: 0, readBytes: 0, left: 0 };
  const telling = { summary, listener, told: new Set<string>() };
  for (let round = 1; round <= mostRounds; round += 1) {
    const before = summary.copied;
    Object.assign(summary, { total: await countBlobs(move.from), seen: 0, left: 0 });
    // What an earlier round has compared is not read again: originals never change.
    await moveRound(ctx, { ...move, fast: (move.fast || round > 1) && !move.removeSource }, telling);
    if (summary.copied === before || move.removeSource) break;
  }
  return summary;
}

interface Telling {
  summary: MoveSummary;
  listener: MoveListener;
  /** Keys whose trouble was told of: a later round meets it again. */
  told: Set<string>;
}

async function moveRound(ctx: Context, move: StorageMove, telling: Telling): Promise<void> {
  for (const scope of scopes) {
    for await (const keys of batchesOf(move.from.list(`${scope}/`), batchSize)) {
      const hashes = await findHashes(ctx, keys);
      await Readable.from(keys).forEach(
        async (key: string) => {
          await moveOne(move, { key, sha256: hashes.get(key) ?? null }, telling);
        },
        { concurrency: places },
      );
    }
  }
}

async function moveOne(move: StorageMove, blob: KnownBlob, telling: Telling): Promise<void> {
  const { summary, listener } = telling;
  const heard = (bytes: number) => {
    summary.readBytes += bytes;
    listener.progress(summary);
  };
  try {
    if (!(await isThere(move, blob, heard))) {
      await copy(move, blob, heard);
      summary.copied += 1;
    }
    if (move.removeSource) await move.from.remove(blob.key);
  } catch (error) {
    // Removed from the source meanwhile: then there is nothing to move.
    if (!(error instanceof BlobNotFound)) await tellLeft(move, { key: blob.key, error }, telling);
  }
  summary.seen += 1;
  listener.progress(summary);
}

/** One blob in trouble is told of, and the others go on; a store that is away ends the move. */
async function tellLeft(
  { from, to }: StorageMove,
  { key, error }: { key: string; error: unknown },
  { summary, listener, told }: Telling,
): Promise<void> {
  await Promise.all([from.check(), to.check()]);
  summary.left += 1;
  if (told.has(key)) return;
  told.add(key);
  listener.left(key, error instanceof Error ? error.message : String(error));
}

/** A blob, and the SHA-256 that its file was uploaded with: null where none is known, and for what is no original. */
interface KnownBlob {
  key: string;
  sha256: Buffer | null;
}

/** @returns whether the target has the blob as it should be */
async function isThere(
  { from, to, fast }: StorageMove,
  { key, sha256 }: KnownBlob,
  heard: (bytes: number) => void,
): Promise<boolean> {
  const [source, target] = [await from.stat(key), await to.stat(key)];
  if (!source) throw new BlobNotFound("There is no such blob any more.");
  if (target?.sizeBytes !== source.sizeBytes) return false;
  if (fast || readKey(key)?.scope !== "files") return true;
  const wanted = sha256 ?? (await hashBlob(from, key, heard)).sha256;
  return (await hashBlob(to, key, heard)).sha256.equals(wanted);
}

/** @throws when the source's own bytes are not those of the upload: a damaged copy never takes the place of another */
async function copy(
  { from, to }: StorageMove,
  { key, sha256 }: KnownBlob,
  heard: (bytes: number) => void,
): Promise<void> {
  const damaged = "The original is damaged at its source (see `npm run storage check`). ";
  if (sha256 && (await to.stat(key)) && !(await hashBlob(from, key, heard)).sha256.equals(sha256)) {
    throw new Error(`${damaged}What the target has was left as it is.`);
  }
  const copied = await copyBlob({ from, to, heard }, key);
  if (sha256 && !copied.sha256.equals(sha256)) throw new Error(`${damaged}It was copied as it is.`);
}

/** SHA-256 of originals, by their keys. */
async function findHashes({ db }: Context, keys: readonly string[]): Promise<Map<string, Buffer>> {
  const keyOfFile = new Map<string, string>();
  for (const key of keys) {
    const named = readKey(key);
    if (named?.scope === "files") keyOfFile.set(named.fileId, key);
  }
  const files = await db.file.findMany({
    where: { id: { in: [...keyOfFile.keys()] } },
    select: { id: true, sha256: true },
  });
  return new Map(
    files.flatMap(({ id, sha256 }) => (sha256 ? [[keyOfFile.get(id) ?? "", Buffer.from(sha256)]] : [])),
  );
}

async function countBlobs(store: BlobStore): Promise<number> {
  let count = 0;
  for (const scope of scopes) for await (const _ of store.list(`${scope}/`)) count += 1;
  return count;
}
