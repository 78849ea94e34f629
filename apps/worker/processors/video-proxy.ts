import { saveProxy, withOriginal } from "@alcoves/core/files";
import { notNeeded, ready } from "@alcoves/core/processing";
import { isWebPlayable, probe } from "@alcoves/media/probe";
import { makeVideoProxy } from "@alcoves/media/video-proxy";
import type { TrackedProcessor } from "./processor.ts";

/** Transcodes a video that browsers cannot play; leaves those they can alone. */
export const videoProxy: TrackedProcessor = (ctx, { rowId, version, report, signal }) =>
  withOriginal(ctx, rowId, async ({ path, mimeType, scratchFile }) => {
    if (isWebPlayable(await probe(path, { mimeType }))) return notNeeded;
    const outputPath = scratchFile("mp4");
    await makeVideoProxy({ sourcePath: path, mimeType, outputPath, onProgress: report, signal });
    await saveProxy(ctx, rowId, { version, localPath: outputPath });
    return ready;
  });
