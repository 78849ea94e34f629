import { MediaError } from "./errors.ts";
import type { VideoStream } from "./probe.ts";

/** Ways from HDR to what every screen shows, best first; a build of ffmpeg may lack the first. */
const toneMaps = [
  "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv",
  "format=gbrpf32le,tonemap=hable",
  "null",
];

/** Longest sides that a picture is fitted into, px, whichever way it stands. */
export interface Box {
  longSidePx: number;
  shortSidePx: number;
}

/**
 * Filters that fit a video into a box, to even sides and square pixels, as H.264 with 4:2:0 needs, and HDR into what
 * every screen shows. ffmpeg turns the picture upright before they run.
 * @returns ways to do it, best first: a later one is for a build of ffmpeg that lacks a filter
 */
export function filterChains(video: VideoStream, box: Box): string[] {
  const size = `${fit(video, box)},setsar=1,format=yuv420p`;
  // Small first: tone-mapping costs by the pixel.
  return video.isHdr ? toneMaps.map((map) => `${fit(video, box)},${map},setsar=1,format=yuv420p`) : [size];
}

function fit({ widthPx, heightPx }: VideoStream, { longSidePx, shortSidePx }: Box): string {
  const [boxWidth, boxHeight] = widthPx >= heightPx ? [longSidePx, shortSidePx] : [shortSidePx, longSidePx];
  const factor = Math.min(1, boxWidth / widthPx, boxHeight / heightPx);
  const even = (px: number) => Math.max(2, Math.round((px * factor) / 2) * 2);
  return `scale=${even(widthPx)}:${even(heightPx)}`;
}

/**
 * Tries ways to do the same until one works.
 * @throws the error of the last; at once what no other way would mend, as a stop or a full disk
 */
export async function firstThatWorks<Way>(
  ways: readonly Way[],
  attempt: (way: Way) => Promise<void>,
): Promise<void> {
  for (const [index, way] of ways.entries()) {
    try {
      return await attempt(way);
    } catch (error) {
      if (index === ways.length - 1 || !(error instanceof MediaError) || !error.permanent) throw error;
    }
  }
}
