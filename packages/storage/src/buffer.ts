import type { BlobRead } from "./blob-store.ts";

/** Reads a small blob whole into memory. @throws RangeError when it is larger than `maxBytes`, without reading on */
export async function bufferOf({ stream, sizeBytes }: BlobRead, maxBytes: number): Promise<Buffer> {
  if (sizeBytes > maxBytes) {
    stream.destroy();
    throw new RangeError(`The blob has ${sizeBytes} bytes, and ${maxBytes} were asked for at most.`);
  }
  return Buffer.concat(await stream.toArray());
}
