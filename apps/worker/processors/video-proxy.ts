import { saveMade, withOriginal } from "@alcoves/core/files";
import { ready } from "@alcoves/core/processing";
import { makeSoundProxy } from "@alcoves/media/sound-proxy";
import { makeVideoProxy } from "@alcoves/media/video-proxy";
import type { TrackedProcessor } from "./processor.ts";

/**
 * Makes the copy of a video or sound that carries nothing but pictures and sound: asked for where browsers cannot play or seek in the
 * original, and where a link shows it to visitors.
 */
export const videoProxy: TrackedProcessor = (ctx, { rowId, version, report, signal }) =>
  withOriginal(ctx, rowId, async ({ path, mimeType, file, scratchFile }) => {
    const outputPath = scratchFile("mp4");
    const make = file.kind === "audio" ? makeSoundProxy : makeVideoProxy;
    await make({ sourcePath: path, mimeType, outputPath, onProgress: report, signal });
    await saveMade(ctx, rowId, { part: "proxy", version, localPath: outputPath });
    return ready;
  });
