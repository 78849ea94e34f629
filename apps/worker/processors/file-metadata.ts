import { saveMetadata, withMetadataSource } from "@alcoves/core/files";
import { readMetadata } from "@alcoves/media/metadata";
import type { TrackedProcessor } from "./processor.ts";

/** Reads what the file says of itself. */
export const fileMetadata: TrackedProcessor = (ctx, { rowId }) =>
  withMetadataSource(ctx, rowId, async (source) => {
    const metadata = await readMetadata(source);
    return { status: "ready", commit: (ctx) => saveMetadata(ctx, rowId, metadata) };
  });
