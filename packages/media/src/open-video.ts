import { MediaError } from "./errors.ts";
import { largestFramePixels } from "./ffmpeg.ts";
import { type Probe, probe, type VideoStream } from "./probe.ts";

/** Looks into a video whose pictures are wanted. @throws MediaError when it has none, or larger ones than are decoded */
export async function openVideo(
  path: string,
  options: { mimeType: string; signal?: AbortSignal },
): Promise<Probe & { video: VideoStream }> {
  return withPictures(await probe(path, options));
}

/** Takes a video whose pictures are wanted. @throws MediaError when it has none, or larger ones than are decoded */
export function withPictures(found: Probe): Probe & { video: VideoStream } {
  const { video } = found;
  if (!video || video.widthPx === 0 || video.heightPx === 0) {
    throw new MediaError("The video holds no pictures.");
  }
  if (video.widthPx * video.heightPx > largestFramePixels) {
    throw new MediaError("The pictures of this video are too large to be converted.");
  }
  return { ...found, video };
}
