import { saveStream, withOriginal } from "@alcoves/core/files";
import { ready } from "@alcoves/core/processing";
import { makeVideoStream } from "@alcoves/media/video-stream";
import type { TrackedProcessor } from "./processor.ts";

/** Makes a stream of several sizes. Until it is complete the one before it is played. */
export const videoHls: TrackedProcessor = (ctx, { rowId, version, report, signal }) =>
  withOriginal(ctx, rowId, async ({ path, mimeType, scratchFile }) => {
    const folder = scratchFile("hls");
    const stream = await makeVideoStream({ sourcePath: path, mimeType, folder, onProgress: report, signal });
    await saveStream(ctx, rowId, { version, stream });
    return ready;
  });
