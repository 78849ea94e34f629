import { saveMetadata, withOriginal } from "@alcoves/core/files";
import { readMetadata } from "@alcoves/media/metadata";
import type { TrackedProcessor } from "./processor.ts";

/** Reads what the file says of itself. */
export const fileMetadata: TrackedProcessor = (ctx, { rowId }) =>
  withOriginal(ctx, rowId, async ({ path, mimeType }) => {
    const metadata = await readMetadata({ sourcePath: path, mimeType });
    return { status: "ready", commit: (ctx) => saveMetadata(ctx, rowId, metadata) };
  });
