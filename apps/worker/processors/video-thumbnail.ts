import { requestVariants, savePoster, withOriginal } from "@alcoves/core/files";
import { probe } from "@alcoves/media/probe";
import { makeVideoPoster } from "@alcoves/media/video-poster";
import type { TrackedProcessor } from "./processor.ts";

/** Takes a video's poster; its pictures are made from it next. */
export const videoThumbnail: TrackedProcessor = (ctx, { rowId, version }) =>
  withOriginal(ctx, rowId, async ({ path, mimeType, scratchFile }) => {
    const outputPath = scratchFile("webp");
    const { durationMs } = await probe(path, { mimeType });
    await makeVideoPoster({ sourcePath: path, mimeType, outputPath, durationMs });
    await savePoster(ctx, rowId, { version, localPath: outputPath });
    return { status: "ready", commit: (ctx) => requestVariants(ctx, rowId) };
  });
