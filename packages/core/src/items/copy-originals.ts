import { type BlobStore, originalKey } from "@alcoves/storage";
import type { FileCopy } from "./plan-copy.ts";

/** Originals that are copied at once: one may be a long film, and the next a hundred small pictures. */
const atOnce = 4;

/** From which library to which. */
interface Way {
  from: string;
  to: string;
}

/**
 * Copies the bytes of originals, each to the key of its copy, in flat memory.
 * @throws what the storage throws; then nothing is left of those that were copied
 */
export async function copyOriginals(storage: BlobStore, files: readonly FileCopy[], way: Way): Promise<void> {
  const waiting = [...files];
  let failed = false;
  async function work(): Promise<void> {
    for (let file = waiting.shift(); file && !failed; file = waiting.shift())
      await copyOne(storage, file, way);
  }
  const results = await Promise.allSettled(
    Array.from({ length: atOnce }, () =>
      work().catch((error: unknown) => {
        failed = true;
        throw error;
      }),
    ),
  );
  const wrong = results.find((result) => result.status === "rejected");
  if (!wrong) return;
  await removeOriginals(storage, files, way);
  throw wrong.reason;
}

/** Removes what was copied for copies that there will not be. */
export async function removeOriginals(
  storage: BlobStore,
  files: readonly FileCopy[],
  { to }: Way,
): Promise<void> {
  for (const { id } of files) await storage.remove(originalKey({ libraryId: to, fileId: id }));
}

async function copyOne(storage: BlobStore, { id, sourceId }: FileCopy, { from, to }: Way): Promise<void> {
  const { stream, sizeBytes } = await storage.read(originalKey({ libraryId: from, fileId: sourceId }));
  try {
    await storage.write(originalKey({ libraryId: to, fileId: id }), stream, { sizeBytes, ifAbsent: true });
  } finally {
    stream.destroy();
  }
}
