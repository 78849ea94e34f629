import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { demuxerOf } from "./demuxers.ts";
import { MediaError } from "./errors.ts";

const run = promisify(execFile);
const timeoutMs = 30_000;

/** The pictures of a video. */
export interface VideoStream {
  codec: string;
  pixelFormat: string;
  /** As displayed: after rotation. */
  widthPx: number;
  heightPx: number;
  frameRate: number | null;
  /** True for PQ and HLG. */
  isHdr: boolean;
}

/** What a video or audio file holds. */
export interface Probe {
  /** The demuxer that read it. */
  container: string;
  mimeType: string;
  durationMs: number | null;
  bitRate: number | null;
  video: VideoStream | null;
  audioCodec: string | null;
}

interface FfprobeStream {
  codec_type?: string;
  codec_name?: string;
  pix_fmt?: string;
  width?: number;
  height?: number;
  avg_frame_rate?: string;
  color_transfer?: string;
  disposition?: { attached_pic?: number };
  side_data_list?: { rotation?: number }[];
}

interface FfprobeAnswer {
  streams?: FfprobeStream[];
  format?: { duration?: string; bit_rate?: string };
}

/** Reads what a file holds, with the demuxer of its type alone. @throws MediaError when it cannot be read */
export async function probe(path: string, { mimeType }: { mimeType: string }): Promise<Probe> {
  const container = demuxerOf(mimeType);
  const answer = await ffprobe(path, container);
  const streams = answer.streams ?? [];
  const video = streams.find((stream) => stream.codec_type === "video" && !stream.disposition?.attached_pic);
  const audio = streams.find((stream) => stream.codec_type === "audio");
  return {
    container,
    mimeType,
    durationMs: positive(answer.format?.duration, 1_000),
    bitRate: positive(answer.format?.bit_rate, 1),
    video: video ? readVideo(video) : null,
    audioCodec: audio?.codec_name ?? null,
  };
}

async function ffprobe(path: string, container: string): Promise<FfprobeAnswer> {
  const options = ["-v", "error", "-protocol_whitelist", "file,pipe", "-f", container, "-of", "json"];
  try {
    const { stdout } = await run(
      "ffprobe",
      [...options, "-show_format", "-show_streams", "-i", `file:${path}`],
      {
        timeout: timeoutMs,
        killSignal: "SIGKILL",
        maxBuffer: 16 * 1024 * 1024,
      },
    );
    // ffprobe's JSON; every field is optional above, and read with care.
    return JSON.parse(stdout) as FfprobeAnswer;
  } catch (cause) {
    const killed = cause instanceof Error && "killed" in cause && cause.killed === true;
    throw killed
      ? new MediaError("Reading the file timed out.", { permanent: false, cause })
      : new MediaError("The video or sound is damaged or incomplete.", { cause });
  }
}

function readVideo(stream: FfprobeStream): VideoStream {
  const rotation = stream.side_data_list?.find((side) => side.rotation !== undefined)?.rotation ?? 0;
  const lies = Math.abs(rotation) % 180 === 90;
  const { width = 0, height = 0 } = stream;
  const [frames = 0, seconds = 0] = (stream.avg_frame_rate ?? "0/0").split("/").map(Number);
  return {
    codec: stream.codec_name ?? "unknown",
    pixelFormat: stream.pix_fmt ?? "unknown",
    widthPx: lies ? height : width,
    heightPx: lies ? width : height,
    frameRate: seconds > 0 && frames > 0 ? frames / seconds : null,
    isHdr: stream.color_transfer === "smpte2084" || stream.color_transfer === "arib-std-b67",
  };
}

function positive(text: string | undefined, factor: number): number | null {
  const value = Math.round(Number(text) * factor);
  return Number.isFinite(value) && value > 0 ? value : null;
}

const playableTypes: Record<string, { video: string[]; audio: string[] }> = {
  "video/mp4": { video: ["h264", "av1"], audio: ["aac", "mp3"] },
  "video/webm": { video: ["vp8", "vp9", "av1"], audio: ["opus", "vorbis"] },
};

/** @returns whether every current browser plays the file as it is. A QuickTime container is not among them. */
export function isWebPlayable({ mimeType, video, audioCodec }: Probe): boolean {
  const playable = playableTypes[mimeType];
  if (!playable || !video) return false;
  return (
    playable.video.includes(video.codec) &&
    ["yuv420p", "yuvj420p"].includes(video.pixelFormat) &&
    (audioCodec === null || playable.audio.includes(audioCodec))
  );
}
