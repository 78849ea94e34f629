import { randomUUID } from "node:crypto";
import {
  type FileHandle,
  link,
  mkdir,
  open,
  opendir,
  rename,
  rm,
  stat,
  unlink,
  writeFile,
} from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { Readable } from "node:stream";
import type { BlobRange, BlobStore, WriteOptions } from "./blob-store.ts";
import { bufferOf } from "./buffer.ts";
import { asStorageError, isError } from "./disk-errors.ts";
import { BlobExists, BlobNotFound } from "./errors.ts";
import { fillFile, keepCalm } from "./fill-file.ts";
import { assertKey, assertPrefix } from "./keys.ts";
import { createOwnFolder } from "./own-folder.ts";

/** A block of most file systems: as good as none where it no longer fits. */
const probeBytes = 4_096;

/** Blobs as files below a folder of this machine. @param options.rootPath made when missing */
export function createLocalBlobStore({ rootPath }: { rootPath: string }): BlobStore {
  const incoming = createOwnFolder(join(rootPath, ".incoming"));

  function pathOf(key: string): string {
    assertKey(key);
    return join(rootPath, key);
  }

  async function write(
    key: string,
    source: Readable | Buffer,
    { ifAbsent = false }: WriteOptions = {},
  ): Promise<{ sizeBytes: number }> {
    const path = pathOf(key);
    const temporary = join(incoming.path, randomUUID());
    const stream = Buffer.isBuffer(source) ? Readable.from([source], { objectMode: false }) : source;
    keepCalm(stream);
    try {
      await incoming.prepare();
      await fillFile(temporary, stream);
      const { size } = await stat(temporary);
      await moveInto(temporary, path, ifAbsent);
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

    async adopt(localPath, key, { ifAbsent = false } = {}) {
      const path = pathOf(key);
      try {
        await flush(localPath);
        await moveInto(localPath, path, ifAbsent);
      } catch (error) {
        if (!isError(error, "EXDEV")) throw asStorageError(error);
        const file = await open(localPath);
        await write(key, file.createReadStream(), { ifAbsent });
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
      for await (const path of walk(join(rootPath, prefix)))
        yield relative(rootPath, path).split(sep).join("/");
    },

    async localPath(key) {
      const path = pathOf(key);
      const { file } = await openBlob(path);
      await file.close();
      return { path, dispose: async () => {} };
    },

    directUrl: () => null,
    directOrigin: async () => null,

    async check() {
      const probe = join(incoming.path, `probe-${randomUUID()}`);
      try {
        await incoming.prepare();
        // A full disk still takes empty files.
        await writeFile(probe, Buffer.alloc(probeBytes), { flag: "wx" });
        await unlink(probe);
      } catch (error) {
        // What is left of it goes when there is a next start; the reason is the one to tell.
        await rm(probe, { force: true }).catch(() => {});
        throw asStorageError(error);
      }
    },
  };
}

/** Paths of the files below a folder. One that is removed meanwhile has none, and does not end the walk. */
async function* walk(folder: string): AsyncGenerator<string> {
  try {
    for await (const entry of await opendir(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) yield* walk(path);
      else if (entry.isFile()) yield path;
    }
  } catch (error) {
    if (!isError(error, "ENOENT")) throw asStorageError(error);
  }
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

/** Moves a flushed file to its place, and flushes the folder: only then does the name survive a power cut. */
async function moveInto(temporary: string, path: string, ifAbsent: boolean): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await (ifAbsent ? linkTo(temporary, path) : rename(temporary, path));
  await flush(folder);
  if (ifAbsent) await rm(temporary, { force: true });
}

/** Gives a file a further name, which a rename would take from another file: link(2) never does. @throws BlobExists */
async function linkTo(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (isError(error, "EEXIST")) throw new BlobExists("There is such a blob already.", { cause: error });
    // File systems without hard links, as of USB sticks and some network shares.
    if (!isError(error, "EPERM", "ENOTSUP", "ENOSYS", "EOPNOTSUPP")) throw error;
    if (await stat(path).catch(() => null)) throw new BlobExists("There is such a blob already.");
    await rename(temporary, path);
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
