import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { demuxerOf } from "./demuxers.ts";
import { MediaError } from "./errors.ts";
import { guards } from "./ffmpeg.ts";
import { explainFfmpeg } from "./ffmpeg-reasons.ts";
import { leash } from "./leash.ts";
import { measureDuration } from "./measure-duration.ts";

const run = promisify(execFile);
const timeoutMs = 30_000;

/** The pictures of a video. */
export interface VideoStream {
  codec: string;
  pixelFormat: string;
  /** As displayed: after rotation, and with pixels made square. */
  widthPx: number;
  heightPx: number;
  /** How far a player turns the picture, degrees counter-clockwise. */
  rotation: number;
  frameRate: number | null;
  /** True for PQ and HLG. */
  isHdr: boolean;
  /** How light was turned into numbers, as ffmpeg calls it; null when the file does not say. */
  transfer: string | null;
  /** Each frame is two half pictures of different moments, as old cameras and television write. */
  isInterlaced: boolean;
  /** An equirectangular video, which surrounds the viewer (Spherical Video V1 and V2, Matroska's Projection). */
  isSpherical: boolean;
}

/** What a video or audio file holds. */
export interface Probe {
  /** The demuxer that read it. */
  container: string;
  mimeType: string;
  /** The time that the first of its pictures or sounds carries, ms: a recording of television may begin anywhere, coded sound below 0. */
  startMs: number;
  /** What the file says, or how long it is when read through; null when neither tells. */
  durationMs: number | null;
  /** Recorders of browsers write a file that cannot be sought in: it has neither its length nor an index. */
  tellsDuration: boolean;
  /** Bits a second. */
  bitRate: number | null;
  video: VideoStream | null;
  /** The picture that sound carries with it, and the place of its stream in the file. */
  cover: (VideoStream & { stream: number }) | null;
  audioCodec: string | null;
}

interface FfprobeStream {
  index?: number;
  codec_type?: string;
  codec_name?: string;
  pix_fmt?: string;
  width?: number;
  height?: number;
  avg_frame_rate?: string;
  color_transfer?: string;
  sample_aspect_ratio?: string;
  field_order?: string;
  disposition?: { attached_pic?: number };
  side_data_list?: { rotation?: number; projection?: string }[];
}

interface FfprobeAnswer {
  streams?: FfprobeStream[];
  format?: { start_time?: string; duration?: string; bit_rate?: string };
}

/**
 * Reads what a file holds, with the demuxer of its type alone.
 * @throws MediaError when it cannot be read; not permanent when it was stopped or took too long
 */
export async function probe(
  path: string,
  { mimeType, signal }: { mimeType: string; signal?: AbortSignal },
): Promise<Probe> {
  const container = demuxerOf(mimeType);
  const answer = await ffprobe(path, { container, signal });
  const streams = answer.streams ?? [];
  const video = streams.find((stream) => stream.codec_type === "video" && !stream.disposition?.attached_pic);
  const audio = streams.find((stream) => stream.codec_type === "audio");
  const cover = streams.find((stream) => stream.disposition?.attached_pic === 1);
  const told = positive(answer.format?.duration, 1_000);
  const runs = video !== undefined || audio !== undefined;
  return {
    container,
    mimeType,
    startMs: (Number(answer.format?.start_time) || 0) * 1_000,
    durationMs: told ?? (runs ? await measureDuration(path, { mimeType, signal }) : null),
    tellsDuration: told !== null,
    bitRate: positive(answer.format?.bit_rate, 1),
    video: video ? readVideo(video) : null,
    cover: cover?.index === undefined ? null : { ...readVideo(cover), stream: cover.index },
    audioCodec: audio?.codec_name ?? null,
  };
}

async function ffprobe(
  path: string,
  { container, signal }: { container: string; signal?: AbortSignal },
): Promise<FfprobeAnswer> {
  const options = ["-v", "error", ...guards, "-f", container, "-of", "json", "-show_format", "-show_streams"];
  try {
    const { stdout } = await run(leash, ["ffprobe", ...options, "-i", `file:${resolve(path)}`], {
      timeout: timeoutMs,
      killSignal: "SIGKILL",
      maxBuffer: 16 * 1024 * 1024,
      signal,
    });
    // ffprobe's JSON; every field is optional above, and read with care.
    return JSON.parse(stdout) as FfprobeAnswer;
  } catch (cause) {
    if (signal?.aborted) throw new MediaError("The work was stopped.", { permanent: false, cause });
    const killed = cause instanceof Error && "killed" in cause && cause.killed === true;
    if (killed) throw new MediaError("Reading the file timed out.", { permanent: false, cause });
    throw explainFfmpeg(cause);
  }
}

function readVideo(stream: FfprobeStream): VideoStream {
  const sides = stream.side_data_list ?? [];
  const rotation = sides.find((side) => side.rotation !== undefined)?.rotation ?? 0;
  const lies = Math.abs(rotation) % 180 === 90;
  const { height = 0 } = stream;
  const width = Math.round((stream.width ?? 0) * pixelAspect(stream.sample_aspect_ratio));
  const [frames = 0, seconds = 0] = (stream.avg_frame_rate ?? "0/0").split("/").map(Number);
  return {
    codec: stream.codec_name ?? "unknown",
    pixelFormat: stream.pix_fmt ?? "unknown",
    widthPx: lies ? height : width,
    heightPx: lies ? width : height,
    rotation,
    frameRate: seconds > 0 && frames > 0 ? frames / seconds : null,
    transfer: stream.color_transfer ?? null,
    isHdr: stream.color_transfer === "smpte2084" || stream.color_transfer === "arib-std-b67",
    isInterlaced: ["tt", "bb", "tb", "bt"].includes(stream.field_order ?? ""),
    isSpherical: sides.some(({ projection }) => projection === "equirectangular"),
  };
}

/** Width of a pixel against its height; 1 for what is unknown or absurd. */
function pixelAspect(ratio = ""): number {
  const [across = 0, down = 0] = ratio.split(":").map(Number);
  const aspect = across / down;
  return aspect >= 0.25 && aspect <= 4 ? aspect : 1;
}

function positive(text: string | undefined, factor: number): number | null {
  const value = Math.round(Number(text) * factor);
  return Number.isFinite(value) && value > 0 ? value : null;
}

/** What browsers play of each container of videos. */
const playableTypes: Record<string, { video: string[]; audio: string[] }> = {
  "video/mp4": { video: ["h264", "vp9", "av1"], audio: ["aac", "mp3", "opus"] },
  "video/webm": { video: ["vp8", "vp9", "av1"], audio: ["opus", "vorbis"] },
};

const playableSounds: Record<string, string[]> = {
  "audio/mpeg": ["mp3"],
  "audio/mp4": ["aac"],
  "audio/x-m4a": ["aac"],
  "audio/aac": ["aac"],
  "audio/flac": ["flac"],
  "audio/x-flac": ["flac"],
  "audio/ogg": ["opus", "vorbis"],
  "audio/webm": ["opus", "vorbis"],
  "audio/opus": ["opus"],
  "audio/wav": ["pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_f32le"],
};

/** @returns whether every current browser plays the file as it is. A QuickTime container is not among them. */
export function isWebPlayable({ mimeType, video, audioCodec }: Probe): boolean {
  const sounds = playableSounds[mimeType.split(";")[0]?.trim() ?? ""];
  if (sounds) return audioCodec !== null && sounds.includes(audioCodec);
  return video !== null && playsPictures(video, mimeType) && playsSound(audioCodec, mimeType);
}

/** @returns whether browsers are better off with a copy: they do not play the file, or play it and cannot seek in it */
export function needsCopy(found: Probe): boolean {
  const runs = found.video !== null || found.audioCodec !== null;
  return runs && !(isWebPlayable(found) && found.tellsDuration);
}

/** @returns whether every current browser shows these pictures, as they are meant, in a container of this type */
export function playsPictures({ codec, pixelFormat, isInterlaced }: VideoStream, mimeType: string): boolean {
  const isKnown = playableTypes[mimeType]?.video.includes(codec) ?? false;
  return isKnown && ["yuv420p", "yuvj420p"].includes(pixelFormat) && !isInterlaced;
}

/** @returns whether every current browser plays this sound, or none at all, in a container of this type */
export function playsSound(audioCodec: string | null, mimeType: string): boolean {
  return audioCodec === null || (playableTypes[mimeType]?.audio.includes(audioCodec) ?? false);
}
