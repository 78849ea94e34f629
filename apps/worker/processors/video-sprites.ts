import { saveSprites, withOriginal } from "@alcoves/core/files";
import { notNeeded, ready } from "@alcoves/core/processing";
import { probe } from "@alcoves/media/probe";
import { isSoundAlone } from "@alcoves/media/sound-alone";
import { makeVideoSprites } from "@alcoves/media/video-sprites";
import type { TrackedProcessor } from "./processor.ts";

/** Takes the small pictures for scrubbing; a video of unknown length has none, nor has sound alone. */
export const videoSprites: TrackedProcessor = (ctx, { rowId, version, report, signal }) =>
  withOriginal(ctx, rowId, async ({ path, mimeType, scratchFile }) => {
    if (isSoundAlone(await probe(path, { mimeType, signal }))) return notNeeded;
    const outputPath = scratchFile("webp");
    const index = await makeVideoSprites({
      sourcePath: path,
      mimeType,
      outputPath,
      onProgress: report,
      signal,
    });
    if (!index) return notNeeded;
    await saveSprites(ctx, rowId, { version, localPath: outputPath, index });
    return ready;
  });
