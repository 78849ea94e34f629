import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import type { BlobStore } from "./blob-store.ts";
import { StorageUnavailable } from "./errors.ts";
import { hashBlob } from "./hash-blob.ts";

/**
 * Copies a blob to another store, and reads back what was written there. Its memory is flat, and a crash leaves no half.
 * @param stores.heard told of each piece that was read, in bytes
 * @returns SHA-256 of what both stores hold now
 * @throws BlobNotFound when the source has none, StorageUnavailable also when the target gives back other bytes
 */
export async function copyBlob(
  { from, to, heard = () => {} }: { from: BlobStore; to: BlobStore; heard?: (bytes: number) => void },
  key: string,
): Promise<{ sha256: Buffer; sizeBytes: number }> {
  const { stream, sizeBytes } = await from.read(key);
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      heard(chunk.length);
      done(null, chunk);
    },
  });
  stream.once("error", (error) => hashing.destroy(error));
  try {
    await to.write(key, stream.pipe(hashing), { sizeBytes });
  } finally {
    stream.destroy();
  }
  const sha256 = hash.digest();
  const written = await hashBlob(to, key);
  if (!written.sha256.equals(sha256)) {
    await to.remove(key);
    throw new StorageUnavailable("The target gave back other bytes than were written. Check its disk.");
  }
  return written;
}
