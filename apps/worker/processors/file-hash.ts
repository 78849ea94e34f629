import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { saveHash, withOriginal } from "@alcoves/core/files";
import type { TrackedProcessor } from "./processor.ts";

/** Hashes a file whose bytes came in unseen, as after a crash in the last moment of an upload. */
export const fileHash: TrackedProcessor = (ctx, { rowId, report, signal }) =>
  withOriginal(ctx, rowId, async ({ path, sizeBytes }) => {
    const hash = createHash("sha256");
    const startedAt = performance.now();
    let doneBytes = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024, signal })) {
      hash.update(chunk as Buffer);
      doneBytes += (chunk as Buffer).length;
      const fraction = doneBytes / sizeBytes;
      const elapsedSeconds = (performance.now() - startedAt) / 1_000;
      report({ fraction, etaSeconds: elapsedSeconds / fraction - elapsedSeconds });
    }
    const sha256 = hash.digest();
    return { status: "ready", commit: (ctx) => saveHash(ctx, rowId, sha256) };
  });
