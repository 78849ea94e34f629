import { MediaError } from "./errors.ts";
import { type MediaProgress, runFfmpeg } from "./ffmpeg.ts";
import { probe } from "./probe.ts";

const longSidePx = 1920;
const shortSidePx = 1080;
/** A transcode that is slower than this against its length is stuck. */
const slowestFactor = 60;

/**
 * Scales into 1080p whichever way the video stands, to even sides, as H.264 with 4:2:0 needs. ffmpeg turns the picture
 * upright before filters run.
 */
function scaleFilter({ widthPx, heightPx }: { widthPx: number; heightPx: number }): string {
  const [boxWidth, boxHeight] = widthPx >= heightPx ? [longSidePx, shortSidePx] : [shortSidePx, longSidePx];
  const factor = Math.min(1, boxWidth / widthPx, boxHeight / heightPx);
  const even = (px: number) => Math.max(2, Math.round((px * factor) / 2) * 2);
  return `scale=${even(widthPx)}:${even(heightPx)}`;
}

/** Ways from HDR to what every screen shows, best first; a build of ffmpeg may lack the first. */
const toneMaps = [
  "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv",
  "tonemap=hable",
  "null",
];

/**
 * Makes a copy that every browser plays: H.264 High 4.1 CRF 23, AAC 128k, MP4 with its index in front, at most 1080p.
 * @throws MediaError
 */
export async function makeVideoProxy(request: {
  sourcePath: string;
  mimeType: string;
  outputPath: string;
  onProgress?: (progress: MediaProgress) => void;
  signal?: AbortSignal;
}): Promise<void> {
  const { sourcePath, mimeType, outputPath, onProgress, signal } = request;
  const { video, durationMs } = await probe(sourcePath, { mimeType });
  if (!video || video.widthPx === 0) throw new MediaError("The video holds no pictures.");
  const scale = scaleFilter(video);
  const chains = video.isHdr
    ? toneMaps.map((map) => `${map},${scale},format=yuv420p`)
    : [`${scale},format=yuv420p`];
  for (const [index, filters] of chains.entries()) {
    try {
      return await runFfmpeg({
        inputPath: sourcePath,
        mimeType,
        outputPath,
        durationMs,
        onProgress,
        signal,
        timeoutMs: Math.max(10 * 60_000, (durationMs ?? 0) * slowestFactor),
        outputArguments: [
          ...["-map", "0:v:0", "-map", "0:a:0?", "-dn", "-sn", "-map_metadata", "-1", "-map_chapters", "-1"],
          ...["-vf", filters, "-c:v", "libx264", "-preset", "veryfast", "-crf", "23"],
          ...["-profile:v", "high", "-level:v", "4.1", "-pix_fmt", "yuv420p"],
          ...["-c:a", "aac", "-b:a", "128k", "-ac", "2", "-movflags", "+faststart", "-f", "mp4", "-y"],
        ],
      });
    } catch (error) {
      const last = index === chains.length - 1;
      if (last || signal?.aborted || !(error instanceof MediaError) || !error.permanent) throw error;
    }
  }
}
