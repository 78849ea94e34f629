import { rm } from "node:fs/promises";
import { MediaError } from "./errors.ts";
import { type MediaProgress, runFfmpeg } from "./ffmpeg.ts";
import { frameAt, seekTo, slackUs } from "./frame-at.ts";
import { withPictures } from "./open-video.ts";
import { type Probe, probe } from "./probe.ts";
import { isSoundAlone } from "./sound-alone.ts";
import { filterChains, firstThatWorks } from "./video-filters.ts";
import {
  encodePictures,
  encodeSound,
  proxyBox,
  shortestTimeoutMs,
  slowestFactor,
  threads,
} from "./video-proxy.ts";

/** A part of a video or sound that is to be cut out. */
export interface MomentClipRequest {
  sourcePath: string;
  mimeType: string;
  /** Where the clip goes, MP4. */
  outputPath: string;
  /** Since the beginning, as a player counts; fractions count. */
  startMs: number;
  /** Likewise; what is past the end is the end. */
  endMs: number;
  onProgress?: (progress: MediaProgress) => void;
  signal?: AbortSignal;
}

/** A part that lies within its source. */
interface Cut extends MomentClipRequest {
  found: Probe;
  /** What the file's clock shows where players count from. */
  originMs: number;
}

/** Decoders of sound need some of what was before, to sound right. */
const soundLeadMs = 2_000;
/** Samples a second of a clip's sound. */
const soundRate = 48_000;

/**
 * Cuts a moment out of a video or sound, as an MP4 that every browser plays, with its index in front: H.264 High and at most 1080p,
 * AAC 128k in stereo, and of sound alone just that. It begins with the frame that a player shows at its start, and lasts to its
 * end: for that all is coded anew.
 * @returns how long the clip is, ms, and whether there is nothing to be seen in it
 * @throws MediaError when there is nothing in that part; not permanent when it was stopped, took too long or the server ran short
 */
export async function makeMomentClip(
  request: MomentClipRequest,
): Promise<{ durationMs: number; isSound: boolean }> {
  const { sourcePath, mimeType, outputPath, signal } = request;
  const cut = within(await probe(sourcePath, { mimeType, signal }), request);
  const isSound = isSoundAlone(cut.found);
  await (isSound ? cutSound(cut) : cutPictures(cut));
  try {
    const made = await probe(outputPath, { mimeType: "video/mp4", signal });
    const { durationMs } = made;
    if (durationMs === null || isSoundAlone(made) !== isSound) {
      throw new MediaError("There is nothing in this part of the video or sound.");
    }
    return { durationMs, isSound };
  } catch (error) {
    await rm(outputPath, { force: true });
    throw error;
  }
}

function within(found: Probe, request: MomentClipRequest): Cut {
  const startMs = Math.max(0, request.startMs);
  const endMs = Math.min(request.endMs, found.durationMs ?? request.endMs);
  if (!(startMs < request.endMs)) throw new MediaError("This part of the video or sound has no length.");
  if (!(startMs < endMs)) throw new MediaError("This part begins after the video or sound has ended.");
  // Below 0 there is only what coded sound needs to swing in: no player counts it.
  return { ...request, found, startMs, endMs, originMs: Math.max(0, found.startMs) };
}

async function cutPictures(cut: Cut): Promise<void> {
  const { startMs: atMs, originMs } = cut;
  const { video, audioCodec } = withPictures(cut.found);
  const first = await frameAt({ ...cut, atMs, originMs });
  const lengthSeconds = (cut.endMs - cut.startMs) / 1_000;
  const startUs = Math.round((originMs + cut.startMs) * 1_000);
  const endUs = Math.round((originMs + cut.endMs) * 1_000) - slackUs;
  const frames = [
    `settb=AVTB,trim=start_pts=${first?.appearsUs ?? startUs}:end_pts=${endUs}`,
    // The first appeared before the start, or, of a video that begins with sound alone, comes after it.
    `setpts=if(eq(N\\,0)\\,0\\,PTS-${startUs})`,
  ].join();
  // Silence where there is none: the pictures may run on after the sound.
  const sound = `${soundFilters(cut)},apad=whole_dur=${lengthSeconds},asetpts=N`;
  await firstThatWorks(filterChains(video, proxyBox), (chain) =>
    encode(cut, {
      seek: first?.seek ?? seekTo(0),
      arguments: [
        ...["-map", "0:V:0", "-vf", `${frames},${chain}`, ...encodePictures],
        // By itself ffmpeg rounds a frame's time to its idea of a frame rate.
        ...["-fps_mode", "vfr", "-enc_time_base", "1:90000"],
        // Each frame may stay to the end: the one that is last does. Frames that are coded in another order than they are shown
        // would make the last one coded not the last one seen.
        ...["-bf", "0", "-bsf:v", `setts=duration=${lengthSeconds}/TB-PTS`],
        ...(audioCodec === null ? [] : ["-map", "0:a:0", "-af", sound, ...encodeSound]),
      ],
    }),
  );
}

async function cutSound(cut: Cut): Promise<void> {
  await encode(cut, {
    seek: seekTo(cut.startMs - soundLeadMs),
    arguments: ["-map", "0:a:0", "-af", `${soundFilters(cut)},asetpts=N`, ...encodeSound],
  });
}

/** Brings sound to one even row of samples first, silence in its gaps: what files say of when it is heard wavers by some ms. */
function soundFilters({ originMs, startMs, endMs }: Cut): string {
  const [start = 0, end = 0] = [startMs, endMs].map((ms) =>
    Math.round(((originMs + ms) * soundRate) / 1_000),
  );
  return `aresample=${soundRate},aresample=async=1:first_pts=${start},atrim=end_pts=${end}`;
}

function encode(cut: Cut, way: { seek: readonly string[]; arguments: readonly string[] }): Promise<void> {
  const durationMs = cut.endMs - cut.startMs;
  return runFfmpeg({
    inputPath: cut.sourcePath,
    mimeType: cut.mimeType,
    outputPath: cut.outputPath,
    durationMs,
    onProgress: cut.onProgress,
    signal: cut.signal,
    timeoutMs: Math.max(shortestTimeoutMs, durationMs * slowestFactor),
    inputArguments: [...way.seek, "-threads", threads],
    outputArguments: [
      ...way.arguments,
      ...["-dn", "-sn", "-map_metadata", "-1", "-map_chapters", "-1"],
      ...["-max_muxing_queue_size", "4096", "-movflags", "+faststart", "-f", "mp4", "-y"],
    ],
  });
}
