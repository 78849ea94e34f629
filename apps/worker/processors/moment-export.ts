import { saveClip, withMomentSource } from "@alcoves/core/moments";
import { ready } from "@alcoves/core/processing";
import { makeMomentClip } from "@alcoves/media/moment-clip";
import { makeVideoPoster } from "@alcoves/media/video-poster";
import type { TrackedProcessor } from "./processor.ts";

/** Cuts a moment out of its file, and takes a still of what there is to be seen. When the moment changes meanwhile, the row moves on, and this clip is thrown away. */
export const momentExport: TrackedProcessor = (ctx, { rowId, version, report, signal }) =>
  withMomentSource(ctx, rowId, async (moment, { path, mimeType, scratchFile }) => {
    const outputPath = scratchFile("mp4");
    const { startMs, endMs } = moment;
    const { isSound } = await makeMomentClip({
      sourcePath: path,
      mimeType,
      outputPath,
      startMs,
      endMs,
      onProgress: report,
      signal,
    });
    const posterPath = isSound ? null : scratchFile("jpg");
    if (posterPath)
      await makeVideoPoster({
        sourcePath: outputPath,
        mimeType: "video/mp4",
        outputPath: posterPath,
        form: "page",
        signal,
      });
    await saveClip(ctx, moment, { version, localPath: outputPath, posterPath });
    return ready;
  });
