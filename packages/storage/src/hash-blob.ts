import { createHash } from "node:crypto";
import type { BlobStore } from "./blob-store.ts";

/**
 * SHA-256 of a blob, read through in pieces.
 * @param heard told of each piece, in bytes
 * @throws BlobNotFound, StorageUnavailable
 */
export async function hashBlob(
  store: Pick<BlobStore, "read">,
  key: string,
  heard: (bytes: number) => void = () => {},
): Promise<{ sha256: Buffer; sizeBytes: number }> {
  const { stream } = await store.read(key);
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    sizeBytes += chunk.length;
    heard(chunk.length);
  }
  return { sha256: hash.digest(), sizeBytes };
}
