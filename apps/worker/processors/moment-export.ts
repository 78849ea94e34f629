import { saveClip, withMomentSource } from "@alcoves/core/moments";
import { ready } from "@alcoves/core/processing";
import { makeMomentClip } from "@alcoves/media/moment-clip";
import type { TrackedProcessor } from "./processor.ts";

/** Cuts a moment out of its file. When the moment changes meanwhile, the row moves on, and this clip is thrown away. */
export const momentExport: TrackedProcessor = (ctx, { rowId, version, report, signal }) =>
  withMomentSource(ctx, rowId, async (moment, { path, mimeType, scratchFile }) => {
    const outputPath = scratchFile("mp4");
    const { startMs, endMs } = moment;
    await makeMomentClip({
      sourcePath: path,
      mimeType,
      outputPath,
      startMs,
      endMs,
      onProgress: report,
      signal,
    });
    await saveClip(ctx, moment, { version, localPath: outputPath });
    return ready;
  });
