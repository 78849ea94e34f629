import { mkdir, readFile, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type MediaProgress, runFfmpeg } from "./ffmpeg.ts";
import { openVideo } from "./open-video.ts";
import type { VideoStream } from "./probe.ts";
import { type Box, filterChains, firstThatWorks, fittedSize } from "./video-filters.ts";

/** Sizes of a stream, largest first: short side of the picture, px, and the most bits a second. */
const ladder = [
  { shortSidePx: 1080, maxKbps: 5_000 },
  { shortSidePx: 720, maxKbps: 2_800 },
  { shortSidePx: 480, maxKbps: 1_400 },
  { shortSidePx: 360, maxKbps: 800 },
] as const;
/** A player changes sizes between segments of this length, s; every size has a keyframe at each. */
const segmentSeconds = 4;
const soundName = "sound";
/** A run that is slower than this against the length is stuck. */
const slowestFactor = 120;
const shortestTimeoutMs = 20 * 60_000;
const threads = String(Math.min(8, availableParallelism()));

/** A stream as files on this machine: the lists as texts, and one fMP4 file with all segments of each rendition. */
export interface VideoStreamFiles {
  master: string;
  renditions: { name: string; index: string; mediaPath: string }[];
}

/** One size of a stream. */
interface Rung {
  /** As `720p`. */
  name: string;
  box: Box;
  maxKbps: number;
}

/**
 * Makes a stream of several sizes (HLS, RFC 8216, with fMP4 of byte ranges): H.264 and AAC, 360p to 1080p and never above the
 * source. One decode and one run: the picture is made small and tone-mapped once for the largest size, and the others come
 * from that. Sound is a rendition of its own, kept once.
 * @param request.folder a folder that is not there yet; it holds the stream afterwards, and nothing when this fails
 * @throws MediaError; not permanent when it was stopped, took too long or the server ran short
 */
export async function makeVideoStream(request: {
  sourcePath: string;
  mimeType: string;
  folder: string;
  onProgress?: (progress: MediaProgress) => void;
  signal?: AbortSignal;
}): Promise<VideoStreamFiles> {
  const { sourcePath, mimeType, folder, onProgress, signal } = request;
  const { video, durationMs, audioCodec } = await openVideo(sourcePath, { mimeType, signal });
  const rungs = rungsOf(video);
  const names = [...rungs.map(({ name }) => name), ...(audioCodec === null ? [] : [soundName])];
  try {
    for (const name of names) await mkdir(join(folder, name), { recursive: true });
    await firstThatWorks(filterChains(video, largest(rungs).box), (chain) =>
      runFfmpeg({
        inputPath: sourcePath,
        mimeType,
        outputPath: join(folder, "%v", "index.m3u8"),
        durationMs,
        onProgress,
        signal,
        timeoutMs: Math.max(shortestTimeoutMs, (durationMs ?? 0) * slowestFactor),
        inputArguments: ["-threads", threads],
        outputArguments: [
          ...["-filter_complex", splitInto(rungs, { video, chain })],
          ...rungs.flatMap((rung, place) => encodeOne(rung, place)),
          ...["-c:v", "libx264", "-preset", "veryfast", "-crf", "23"],
          ...["-profile:v", "high", "-threads", threads],
          ...["-sc_threshold", "0", "-force_key_frames", `expr:gte(t,n_forced*${segmentSeconds})`],
          // Without it a variable frame rate would be filled up to its smallest distance.
          ...["-fps_mode", "vfr"],
          ...(audioCodec === null ? [] : ["-map", "0:a:0", "-c:a", "aac", "-b:a", "128k", "-ac", "2"]),
          ...["-dn", "-sn", "-map_metadata", "-1", "-map_chapters", "-1", "-max_muxing_queue_size", "4096"],
          ...listInto(folder, { rungs, hasSound: audioCodec !== null }),
        ],
      }),
    );
    return await collect(folder, names);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Those of the ladder that are not above the source; of a smaller source one of its own size. */
function rungsOf({ widthPx, heightPx }: VideoStream): Rung[] {
  const shortSide = Math.min(widthPx, heightPx);
  const fitting = ladder.filter(({ shortSidePx }) => shortSidePx <= shortSide);
  const [smallest = { maxKbps: 800 }] = ladder.slice(-1);
  const own = Math.max(16, shortSide - (shortSide % 2));
  const rungs = fitting.length > 0 ? fitting : [{ shortSidePx: own, maxKbps: smallest.maxKbps }];
  return rungs.map(({ shortSidePx, maxKbps }) => ({
    name: `${shortSidePx}p`,
    // A picture wider than 16:9 keeps its width and is less high.
    box: { shortSidePx, longSidePx: Math.round((shortSidePx * 16) / 9) },
    maxKbps,
  }));
}

function largest([first]: readonly Rung[]): Rung {
  if (!first) throw new Error("A stream has at least one size.");
  return first;
}

/** The graph of filters: the largest size, copies of it, and what each copy is made smaller to. */
function splitInto(rungs: readonly Rung[], { video, chain }: { video: VideoStream; chain: string }): string {
  const copies = rungs.map((_, place) => `[c${place}]`).join("");
  const sizes = rungs.map(({ box }, place) => {
    const { widthPx, heightPx } = fittedSize(video, box);
    return `[c${place}]scale=${widthPx}:${heightPx}[v${place}]`;
  });
  return [`[0:v:0]${chain},split=${rungs.length}${copies}`, ...sizes].join(";");
}

function encodeOne({ maxKbps }: Rung, place: number): string[] {
  return [
    ...["-map", `[v${place}]`],
    ...[`-maxrate:v:${place}`, `${maxKbps}k`, `-bufsize:v:${place}`, `${maxKbps * 2}k`],
  ];
}

function listInto(
  folder: string,
  { rungs, hasSound }: { rungs: readonly Rung[]; hasSound: boolean },
): string[] {
  const group = hasSound ? `,agroup:${soundName}` : "";
  const pictures = rungs.map(({ name }, place) => `v:${place}${group},name:${name}`);
  const sound = hasSound ? [`a:0${group},name:${soundName},default:yes`] : [];
  return [
    ...["-f", "hls", "-hls_time", String(segmentSeconds), "-hls_playlist_type", "vod"],
    ...["-hls_segment_type", "fmp4", "-hls_flags", "single_file+independent_segments"],
    ...["-hls_segment_filename", join(folder, "%v", "media.mp4"), "-master_pl_name", "master.m3u8"],
    ...["-var_stream_map", [...pictures, ...sound].join(" "), "-y"],
  ];
}

async function collect(folder: string, names: readonly string[]): Promise<VideoStreamFiles> {
  const read = (...path: string[]) => readFile(join(folder, ...path), "utf8");
  const renditions = await Promise.all(
    names.map(async (name) => ({
      name,
      index: await read(name, "index.m3u8"),
      mediaPath: join(folder, name, "media.mp4"),
    })),
  );
  return { master: await read("master.m3u8"), renditions };
}
