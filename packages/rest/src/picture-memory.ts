import type { Services } from "@alcoves/core";
import type { Picture } from "@alcoves/core/variants";
import { LRUCache } from "lru-cache";

/** Most memory for pictures, bytes. */
const budgetBytes = 64 * 1024 * 1024;
/** A larger one is read from storage each time, bytes. */
const largestBytes = 512 * 1024;

/**
 * Pictures that were looked at lately. The bytes under a key never change, and who may see them is decided before anyone
 * looks here, so nothing in it can be stale or leak.
 */
export class PictureMemory {
  readonly #kept = new LRUCache<string, Buffer>({
    maxSize: budgetBytes,
    sizeCalculation: (bytes) => Math.max(1, bytes.length),
  });

  constructor(private readonly storage: Services["storage"]) {}

  /** @returns null when the picture has to be streamed: it is not made yet, or too large to be kept here */
  async find({ key }: Picture): Promise<Buffer | null> {
    const known = this.#kept.get(key);
    if (known) return known;
    try {
      const bytes = await this.storage.readBuffer(key, largestBytes);
      this.#kept.set(key, bytes);
      return bytes;
    } catch (error) {
      if (error instanceof RangeError || (error instanceof Error && error.name === "BlobNotFound"))
        return null;
      throw error;
    }
  }
}
