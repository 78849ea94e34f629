import { MediaError } from "./errors.ts";
import type { VideoStream } from "./probe.ts";

/** Light from the numbers of PQ (SMPTE ST 2084) and HLG (ITU-R BT.2100), in 150 cd/m²; `V` stands for the number, 0–1. */
const lightOf: Record<string, string> = {
  smpte2084: "66.667*pow(max(pow(V,0.0126833)-0.8359375,0)/(18.8515625-18.6875*pow(V,0.0126833)),6.2773946)",
  "arib-std-b67": "6.667*pow(if(lte(V,0.5),V*V/3,(exp((V-0.55991073)/0.17883277)+0.28466892)/12),1.2)",
};

/**
 * Ways from HDR to what every screen shows, best first; a build of ffmpeg may lack what one needs. The second takes each
 * colour through a table: light, a curve (Reinhard's) that bends what is brighter than white, and the numbers of a screen.
 * Its colours are a little pale, for the table knows nothing of primaries. The last only looks washed out.
 */
function toneMapsOf({ transfer }: VideoStream): string[] {
  const light = lightOf[transfer ?? ""]?.replaceAll("V", "min(1,val/maxval)");
  const level = `maxval*pow(min(1,st(0,${light})*(1+ld(0)/44.4)/(1+ld(0))),1/2.4)`;
  const table = ["r", "g", "b"].map((colour) => `${colour}='${level}'`).join(":");
  return [
    "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv",
    ...(light ? [`format=gbrp12le,lutrgb=${table},scale=out_color_matrix=bt709`] : []),
    "null",
  ];
}

/** Longest sides that a picture is fitted into, px, whichever way it stands. */
export interface Box {
  longSidePx: number;
  shortSidePx: number;
}

/**
 * Filters that fit a video into a box, to even sides and square pixels, as H.264 with 4:2:0 needs, half pictures into whole ones,
 * and HDR into what every screen shows. ffmpeg turns the picture upright before they run.
 * @returns ways to do it, best first: a later one is for a build of ffmpeg that lacks a filter
 */
export function filterChains(video: VideoStream, box: Box): string[] {
  const size = `${fit(video, box)},setsar=1,format=yuv420p`;
  // Small first: tone-mapping costs by the pixel.
  return video.isHdr
    ? toneMapsOf(video).map((map) => `${fit(video, box)},${map},setsar=1,format=yuv420p`)
    : [size];
}

/** @returns the size of a video that was fitted into a box: even sides, never larger than it is */
export function fittedSize(
  { widthPx, heightPx }: VideoStream,
  { longSidePx, shortSidePx }: Box,
): { widthPx: number; heightPx: number } {
  const [boxWidth, boxHeight] = widthPx >= heightPx ? [longSidePx, shortSidePx] : [shortSidePx, longSidePx];
  const factor = Math.min(1, boxWidth / widthPx, boxHeight / heightPx);
  const even = (px: number) => Math.max(2, Math.round((px * factor) / 2) * 2);
  return { widthPx: even(widthPx), heightPx: even(heightPx) };
}

/** Half pictures become whole ones before they are made smaller: after it nothing could tell their lines apart. */
function fit(video: VideoStream, box: Box): string {
  const { widthPx, heightPx } = fittedSize(video, box);
  return `${video.isInterlaced ? "bwdif=mode=send_frame," : ""}scale=${widthPx}:${heightPx}`;
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
