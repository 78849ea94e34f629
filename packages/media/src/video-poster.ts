import { stat } from "node:fs/promises";
import { MediaError } from "./errors.ts";
import { runFfmpeg } from "./ffmpeg.ts";

const longSidePx = 480;
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
}): Promise<void> {
  const { sourcePath, mimeType, outputPath, durationMs } = request;
  const second = Math.min(latestSecond, (durationMs ?? 0) / 10_000);
  for (const start of second > 0 ? [second, 0] : [0]) {
    await takeFrame({ sourcePath, mimeType, outputPath, start });
    if (await isWritten(outputPath)) return;
  }
  throw new MediaError("The video holds no pictures.");
}

function takeFrame(frame: {
  sourcePath: string;
  mimeType: string;
  outputPath: string;
  start: number;
}): Promise<void> {
  const { sourcePath, mimeType, outputPath, start } = frame;
  const scale = `scale='if(gte(iw,ih),min(iw,${longSidePx}),-2)':'if(gte(iw,ih),-2,min(ih,${longSidePx}))'`;
  return runFfmpeg({
    inputPath: sourcePath,
    mimeType,
    inputArguments: ["-ss", start.toFixed(3)],
    outputPath,
    outputArguments: [
      "-map",
      "0:v:0",
      "-frames:v",
      "1",
      "-vf",
      scale,
      "-c:v",
      "libwebp",
      "-quality",
      "80",
      "-f",
      "webp",
      "-y",
    ],
    durationMs: null,
    timeoutMs: 60_000,
  });
}

async function isWritten(path: string): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size > 0,
    () => false, // no frame at that place: ffmpeg wrote nothing
  );
}
