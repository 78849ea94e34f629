import { saveMade, withOriginal } from "@alcoves/core/files";
import { notNeeded, ready } from "@alcoves/core/processing";
import { needsCopy, probe } from "@alcoves/media/probe";
import { makeSoundProxy } from "@alcoves/media/sound-proxy";
import { makeVideoProxy } from "@alcoves/media/video-proxy";
import type { TrackedProcessor } from "./processor.ts";

/** Makes the copy of a video or sound that browsers cannot play or seek in; leaves the others alone. */
export const videoProxy: TrackedProcessor = (ctx, { rowId, version, report, signal }) =>
  withOriginal(ctx, rowId, async ({ path, mimeType, file, scratchFile }) => {
    if (!needsCopy(await probe(path, { mimeType, signal }))) return notNeeded;
    const outputPath = scratchFile("mp4");
    const make = file.kind === "audio" ? makeSoundProxy : makeVideoProxy;
    await make({ sourcePath: path, mimeType, outputPath, onProgress: report, signal });
    await saveMade(ctx, rowId, { part: "proxy", version, localPath: outputPath });
    return ready;
  });
