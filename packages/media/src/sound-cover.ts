import { MediaError } from "./errors.ts";
import { largestFramePixels, runFfmpeg } from "./ffmpeg.ts";
import { probe } from "./probe.ts";
import { filterChains, firstThatWorks } from "./video-filters.ts";

const box = { longSidePx: 1080, shortSidePx: 1080 };

/**
 * Takes the picture that a sound file carries with it, as WebP of at most 1080 px.
 * @returns false when it carries none
 * @throws MediaError when the picture is broken or too large, or when the file cannot be read
 */
export async function takeSoundCover(request: {
  sourcePath: string;
  mimeType: string;
  outputPath: string;
  signal?: AbortSignal;
}): Promise<boolean> {
  const { sourcePath, mimeType, outputPath, signal } = request;
  const { cover } = await probe(sourcePath, { mimeType, signal });
  if (!cover) return false;
  const pixels = cover.widthPx * cover.heightPx;
  if (pixels === 0 || pixels > largestFramePixels)
    throw new MediaError("The cover of this sound is damaged.");
  await firstThatWorks(filterChains(cover, box), (filters) =>
    runFfmpeg({
      inputPath: sourcePath,
      mimeType,
      outputPath,
      outputArguments: [
        ...["-map", `0:${cover.stream}`, "-frames:v", "1", "-vf", filters, "-map_metadata", "-1"],
        ...["-c:v", "libwebp", "-quality", "85", "-f", "webp", "-y"],
      ],
      durationMs: null,
      signal,
      timeoutMs: 60_000,
    }),
  );
  return true;
}
