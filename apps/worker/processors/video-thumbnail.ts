import { type LocalOriginal, requestVariants, saveMade, withOriginal } from "@alcoves/core/files";
import { notNeeded, type Outcome, type TrackedRun } from "@alcoves/core/processing";
import { MediaError } from "@alcoves/media/errors";
import { probe } from "@alcoves/media/probe";
import { isSoundAlone } from "@alcoves/media/sound-alone";
import { takeSoundCover } from "@alcoves/media/sound-cover";
import { makeVideoPoster } from "@alcoves/media/video-poster";
import type { TrackedProcessor } from "./processor.ts";

/** Takes a video's poster, or the cover that sound carries with it; the file's pictures are made from it next. */
export const videoThumbnail: TrackedProcessor = (ctx, run) =>
  withOriginal(ctx, run.rowId, async (original): Promise<Outcome> => {
    const { rowId, version, signal } = run;
    const outputPath = original.scratchFile("webp");
    // Asked of the file: its row may not know yet that there is sound in it alone.
    const found = await probe(original.path, { mimeType: original.mimeType, signal });
    const take = isSoundAlone(found) ? takeCover : takePoster;
    const isTaken = await take(original, { outputPath, signal });
    if (!isTaken) return notNeeded;
    await saveMade(ctx, rowId, { part: "poster", version, localPath: outputPath });
    return { status: "ready", commit: (ctx) => requestVariants(ctx, rowId) };
  });

/** Where a picture goes, and what stops the work. */
type Taking = Pick<TrackedRun, "signal"> & { outputPath: string };

async function takePoster({ path, mimeType }: LocalOriginal, taking: Taking): Promise<true> {
  await makeVideoPoster({ sourcePath: path, mimeType, ...taking });
  return true;
}

/** Sound is none the worse for a broken cover. */
async function takeCover({ path, mimeType }: LocalOriginal, taking: Taking): Promise<boolean> {
  try {
    return await takeSoundCover({ sourcePath: path, mimeType, ...taking });
  } catch (error) {
    if (error instanceof MediaError && error.permanent) return false;
    throw error;
  }
}
