import { rm } from "node:fs/promises";
import sharp from "sharp";
import { MediaError } from "./errors.ts";
import { runFfmpeg } from "./ffmpeg.ts";
import { openVideo } from "./open-video.ts";
import { filterChains, firstThatWorks } from "./video-filters.ts";

const box = { longSidePx: 480, shortSidePx: 480 };
const latestSecond = 10;

/**
 * Takes a video's poster: a frame a tenth into it, or the first when there is none there. WebP, 480 px on its long side.
 * @throws MediaError when the video has no frame
 */
export async function makeVideoPoster(request: {
  sourcePath: string;
  mimeType: string;
  outputPath: string;
  durationMs: number | null;
  signal?: AbortSignal;
}): Promise<void> {
  const { sourcePath, mimeType, outputPath, durationMs, signal } = request;
  const { video } = await openVideo(sourcePath, { mimeType, signal });
  const second = Math.min(latestSecond, (durationMs ?? 0) / 10_000);
  const chains = filterChains(video, box);
  const ways = (second > 0 ? [second, 0] : [0]).flatMap((start) =>
    chains.map((filters) => ({ start, filters })),
  );
  await firstThatWorks(ways, async ({ start, filters }) => {
    await runFfmpeg({
      inputPath: sourcePath,
      mimeType,
      inputArguments: ["-ss", start.toFixed(3), "-threads", "2"],
      outputPath,
      outputArguments: [
        ...["-map", "0:v:0", "-frames:v", "1", "-vf", filters, "-map_metadata", "-1"],
        ...["-c:v", "libwebp", "-quality", "80", "-f", "webp", "-y"],
      ],
      durationMs: null,
      signal,
      timeoutMs: 60_000,
    });
    await refuseEmpty(outputPath);
  });
}

/** With no frame at that place ffmpeg ends well and writes nothing, or the head of a file without a picture. */
async function refuseEmpty(path: string): Promise<void> {
  try {
    await sharp(path).metadata();
  } catch (cause) {
    await rm(path, { force: true });
    throw new MediaError("The video holds no pictures.", { cause });
  }
}
