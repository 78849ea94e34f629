import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, opendir, rename, rm, stat, unlink } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { Readable } from "node:stream";
import type { BlobRange, BlobStore } from "./blob-store.ts";
import { bufferOf } from "./buffer.ts";
import { asStorageError, isError } from "./disk-errors.ts";
import { BlobNotFound } from "./errors.ts";
import { fillFile, keepCalm } from "./fill-file.ts";
import { assertKey, assertPrefix } from "./keys.ts";
import { removeLeftovers } from "./leftovers.ts";

/** Blobs as files below a folder of this machine. @param options.rootPath made when missing */
export function createLocalBlobStore({ rootPath }: { rootPath: string }): BlobStore {
  const incoming = join(rootPath, ".incoming");

  let cleaned: Promise<void> | undefined;

  async function prepareIncoming(): Promise<void> {
    await mkdir(incoming, { recursive: true });
    cleaned ??= removeLeftovers(incoming);
    await cleaned;
  }

  function pathOf(key: string): string {
    assertKey(key);
    return join(rootPath, key);
  }

  async function write(key: string, source: Readable | Buffer): Promise<{ sizeBytes: number }> {
    const path = pathOf(key);
    const temporary = join(incoming, randomUUID());
    const stream = Buffer.isBuffer(source) ? Readable.from([source], { objectMode: false }) : source;
    keepCalm(stream);
    try {
      await prepareIncoming();
      await fillFile(temporary, stream);
      const { size } = await stat(temporary);
      await moveInto(temporary, path);
      return { sizeBytes: size };
    } catch (error) {
      // What cannot be removed either is left to the next start; the reason of the first failure is the one to tell.
      await rm(temporary, { force: true }).catch(() => {});
      throw asStorageError(error);
    }
  }

  async function read(key: string, range?: BlobRange) {
    const { file, sizeBytes } = await openBlob(pathOf(key));
    // An empty blob has no last byte to name; the stream of it just ends.
    const stream = file.createReadStream({ ...range, autoClose: true });
    return { stream, sizeBytes };
  }

  return {
    write,
    read,

    async adopt(localPath, key) {
      const path = pathOf(key);
      try {
        await flush(localPath);
        await moveInto(localPath, path);
      } catch (error) {
        if (!isError(error, "EXDEV")) throw asStorageError(error);
        const file = await open(localPath);
        await write(key, file.createReadStream());
        await unlink(localPath);
      }
    },

    async readBuffer(key, maxBytes) {
      return bufferOf(await read(key), maxBytes).catch(rethrow);
    },

    async stat(key) {
      try {
        const facts = await stat(pathOf(key));
        return facts.isFile() ? { sizeBytes: facts.size, modifiedAt: facts.mtime } : null;
      } catch (error) {
        if (isError(error, "ENOENT", "ENOTDIR")) return null;
        throw asStorageError(error);
      }
    },

    async remove(key) {
      await rm(pathOf(key), { force: true }).catch(rethrow);
    },

    async removePrefix(prefix) {
      assertPrefix(prefix);
      await rm(join(rootPath, prefix), { recursive: true, force: true }).catch(rethrow);
    },

    async *list(prefix) {
      assertPrefix(prefix);
      const folder = join(rootPath, prefix);
      try {
        for await (const entry of await opendir(folder, { recursive: true })) {
          if (entry.isFile())
            yield relative(rootPath, join(entry.parentPath, entry.name)).split(sep).join("/");
        }
      } catch (error) {
        if (!isError(error, "ENOENT")) throw asStorageError(error);
      }
    },

    async localPath(key) {
      const path = pathOf(key);
      const { file } = await openBlob(path);
      await file.close();
      return { path, dispose: async () => {} };
    },

    async check() {
      const probe = join(incoming, `probe-${randomUUID()}`);
      try {
        await mkdir(incoming, { recursive: true });
        const file = await open(probe, "wx");
        await file.close();
        await unlink(probe);
      } catch (error) {
        throw asStorageError(error);
      }
    },
  };
}

function rethrow(error: unknown): never {
  throw asStorageError(error);
}

async function openBlob(path: string): Promise<{ file: FileHandle; sizeBytes: number }> {
  try {
    const file = await open(path);
    const facts = await file.stat();
    if (facts.isFile()) return { file, sizeBytes: facts.size };
    await file.close();
  } catch (error) {
    if (!isError(error, "ENOENT", "ENOTDIR")) throw asStorageError(error);
  }
  throw new BlobNotFound("There is no such blob.");
}

/** Renames a flushed file to its place, and flushes the folder: only then does the name survive a power cut. */
async function moveInto(temporary: string, path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await rename(temporary, path);
  await flush(folder);
}

async function flush(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
