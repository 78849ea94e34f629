import { saveMade, withOriginal } from "@alcoves/core/files";
import { ready } from "@alcoves/core/processing";
import { extractMotion } from "@alcoves/media/motion";
import type { TrackedProcessor } from "./processor.ts";

/** Takes the clip out of a motion photo, as a file that browsers play. */
export const photoMotion: TrackedProcessor = (ctx, { rowId, version, signal }) =>
  withOriginal(ctx, rowId, async ({ path, scratchFile }) => {
    const outputPath = scratchFile("mp4");
    await extractMotion({ sourcePath: path, outputPath, signal });
    await saveMade(ctx, rowId, { part: "motion", version, localPath: outputPath });
    return ready;
  });
