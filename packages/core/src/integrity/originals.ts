import { Readable } from "node:stream";
import { BlobNotFound, hashBlob, originalKey } from "@alcoves/storage";
import { type CheckedFile, fileBatches, findCheckedFiles, labelOf } from "./file-batches.ts";
import type { Check, Suspect } from "./running-check.ts";
import type { Flaw } from "./schema.ts";

/** Originals that are read at once: enough for a disk or a line, too few for the instance beside it to feel. */
const places = 4;

/** Is every original there, of its size, and the same to the last bit? */
export async function checkOriginals(check: Check): Promise<void> {
  const total = await check.ctx.db.file.count();
  for await (const ids of fileBatches(check.ctx)) {
    const found = await check.lookTwice(ids, (ids) => look(check, ids, total));
    for (const suspect of found) check.tell(suspect);
    check.summary.originals += ids.length;
    check.progress("originals", check.summary.originals, total);
  }
}

async function look(check: Check, ids: readonly string[], total: number): Promise<Suspect[]> {
  const suspects: Suspect[] = [];
  const heard = () => check.progress("originals", check.summary.originals, total);
  const files = await findCheckedFiles(check.ctx, ids);
  await Readable.from(files.filter(({ purgedAt }) => !purgedAt)).forEach(
    async (file: CheckedFile) => {
      const flaw = await judge(check, file, heard);
      if (flaw) suspects.push({ ...labelOf(file), flaw, key: keyOf(file) });
    },
    { concurrency: places },
  );
  return suspects;
}

async function judge(check: Check, file: CheckedFile, heard: () => void): Promise<Flaw | null> {
  const stored = await check.ctx.services.storage.stat(keyOf(file));
  if (!stored) return "missing original";
  if (stored.sizeBytes !== Number(file.sizeBytes)) return "original of another size";
  if (check.options.fast) return null;
  if (!file.sha256) {
    check.summary.withoutHash += 1;
    return null;
  }
  return compare(check, { key: keyOf(file), sha256: file.sha256 }, heard);
}

async function compare(
  { ctx, summary }: Check,
  { key, sha256 }: { key: string; sha256: Uint8Array },
  heard: () => void,
): Promise<Flaw | null> {
  const { storage } = ctx.services;
  try {
    const read = await hashBlob(storage, key, (bytes) => {
      summary.readBytes += bytes;
      heard();
    });
    return read.sha256.equals(sha256) ? null : "damaged original";
  } catch (error) {
    if (error instanceof BlobNotFound) return "missing original";
    // One file that cannot be read is a finding; a storage that is away is none, and says so here.
    await storage.check();
    return "unreadable original";
  }
}

function keyOf(file: CheckedFile): string {
  return originalKey({ libraryId: file.libraryId, fileId: file.id });
}
