import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { asStorageError, hasBegun } from "@alcoves/core/uploads";
import { FileStore } from "@tus/file-store";
import type { Upload } from "@tus/server";

/** Bytes of an upload that may wait for the disk in memory. */
const aheadBytes = 4 * 1024 * 1024;

interface Hashed {
  hash: Hash;
  /** Bytes that have gone through `hash`. */
  offset: number;
  /** Of the whole upload; null when it was announced to an earlier process. */
  size: number | null;
}

/**
 * Keeps incoming uploads on the local disk and hashes their bytes as they arrive. After a restart, or a request that broke
 * off, the part that is on disk is read once more: what counts is what was written, not what was sent.
 */
export class HashingStore extends FileStore {
  readonly #underWay = new Map<string, Hashed>();

  /** @throws CONFLICT for an upload that is here: tus' own store would empty its file, also one that is being written */
  override async create(upload: Upload): Promise<Upload> {
    const path = join(this.directory, upload.id);
    // The note before the file: a crash in between leaves what may be announced again.
    await this.configstore.set(upload.id, upload);
    await writeFile(path, "", { flag: "wx" }).catch((error: unknown) => {
      throw error instanceof Error && "code" in error && error.code === "EEXIST" ? hasBegun() : error;
    });
    this.#underWay.set(upload.id, { hash: createHash("sha256"), offset: 0, size: upload.size ?? null });
    upload.storage = { type: "file", path };
    return upload;
  }

  /** @throws StorageUnavailable when the disk refuses: tus' own store would hide why */
  override async write(readable: Readable, uploadId: string, offset: number): Promise<number> {
    const hashed = await this.#resume(uploadId, offset);
    // Beside the pipe that writes, not in it: a further stage costs a fifth of the speed.
    const count = (chunk: Buffer) => {
      hashed.hash.update(chunk);
      hashed.offset += chunk.length;
    };
    const staged = createWriteStream(join(this.directory, uploadId), {
      flags: "r+",
      start: offset,
      // The socket goes on while the disk writes, and what has come meanwhile is written at one go.
      highWaterMark: aheadBytes,
    });
    readable.on("data", count);
    try {
      await pipeline(readable, staged);
      const written = offset + staged.bytesWritten;
      if (hashed.offset !== written) this.#underWay.delete(uploadId);
      if (written !== hashed.size) this.#flushAhead(uploadId);
      return written;
    } catch (error) {
      this.#underWay.delete(uploadId);
      throw asStorageError(error);
    } finally {
      readable.off("data", count);
    }
  }

  /** Lets the disk work while the next part comes in, so that the last flush, which is waited for and follows the last part, has little to do. */
  #flushAhead(uploadId: string): void {
    open(join(this.directory, uploadId), "r+")
      .then((file) => file.datasync().finally(() => file.close()))
      .catch(() => {}); // moved or removed meanwhile; the flush that counts is the store's when the upload is complete
  }

  /** @returns SHA-256 of a complete upload, whose state is forgotten; null when its bytes have left staging already */
  async takeHash(uploadId: string, sizeBytes: number): Promise<Buffer | null> {
    try {
      const { hash } = await this.#resume(uploadId, sizeBytes);
      return hash.digest();
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
      throw error;
    } finally {
      this.#underWay.delete(uploadId);
    }
  }

  /** Drops the state of an upload that nobody will go on with. */
  forget(uploadId: string): void {
    this.#underWay.delete(uploadId);
  }

  async #resume(uploadId: string, offset: number): Promise<Hashed> {
    const known = this.#underWay.get(uploadId);
    if (known?.offset === offset) return known;
    const hash = createHash("sha256");
    if (offset > 0) {
      for await (const chunk of createReadStream(join(this.directory, uploadId), { end: offset - 1 })) {
        hash.update(chunk as Buffer);
      }
    }
    const hashed = { hash, offset, size: known?.size ?? null };
    this.#underWay.set(uploadId, hashed);
    return hashed;
  }
}
