import { z } from "zod";
import { InFolder } from "../folders/schema.ts";
import { InLibrary } from "../libraries/schema.ts";
import type { Tag } from "../tags/schema.ts";
import type { TilePictures } from "../variants/schema.ts";

/** What a file is to a person, from its sniffed type. */
export const FileKind = z.enum(["photo", "video", "audio", "other"]);
export type FileKind = z.infer<typeof FileKind>;

/** State of one tracked job of a file. */
export const JobStatus = z.enum(["queued", "processing", "ready", "not_needed", "failed"]);
export type JobStatus = z.infer<typeof JobStatus>;

/** Which rule gave a file its capture date; docs/capture-time.md says them in order. */
export const CaptureSource = z.enum([
  "sidecar",
  "exif",
  "exif-digitized",
  "quicktime",
  "container",
  "xmp",
  "iptc",
  "gps",
  "tags",
  "name",
  "modified",
]);
export type CaptureSource = z.infer<typeof CaptureSource>;

/** What a listing goes by: when files were captured, their names as people sort them, their bytes, or their types and then names. */
export const FileOrder = z.enum(["date", "name", "size", "type"]);
export type FileOrder = z.infer<typeof FileOrder>;

/** One page of a folder's files, newest capture first unless another order is asked for. */
export const ListFiles = InFolder.extend({
  order: FileOrder.default("date"),
  /** Which way round. Not `direction`: tRPC's paged queries put one of their own into the input. */
  way: z.enum(["ascending", "descending"]).default("descending"),
  cursor: z.string().max(2_000).nullish(),
  limit: z.number().int().min(1).max(500).default(200),
});
export type ListFiles = z.input<typeof ListFiles>;

/** Names one file in a library. */
export const OneFile = InLibrary.extend({ fileId: z.uuid() });
export type OneFile = z.infer<typeof OneFile>;

/** Gives a file another description: empty for none, null for what the file itself says. */
export const DescribeFile = OneFile.extend({
  description: z
    .string()
    .trim()
    .max(10_000, "Use at most 10,000 characters.")
    .regex(/^(?:\P{Cc}|[\n\r\t])*$/u, "A description holds no control characters.")
    .nullable(),
});
export type DescribeFile = z.infer<typeof DescribeFile>;

/** Names files whose present state is wanted, as after an event. */
export const SomeFiles = InLibrary.extend({ fileIds: z.array(z.uuid()).min(1).max(200) });
export type SomeFiles = z.infer<typeof SomeFiles>;

/** The tracked jobs of a file that a person can see and ask for again. */
export const FileJob = z.enum([
  "metadata",
  "variants",
  "thumbnail",
  "proxy",
  "hash",
  "waveform",
  "sprites",
  "hls",
  "motion",
]);
export type FileJob = z.infer<typeof FileJob>;

/** The jobs without which a file is not all there, in the order in which a person waits for them. */
export const neededJobs = [
  "metadata",
  "thumbnail",
  "variants",
  "proxy",
  "hash",
] as const satisfies readonly FileJob[];

/** What the needed jobs of a file amount to. A failure is said first: it is what a person can act on. */
export type FileWork = "done" | "open" | "failed";

/** Sums up a file's needed jobs. */
export function workOf(statusOf: (job: (typeof neededJobs)[number]) => JobStatus): FileWork {
  const statuses = neededJobs.map(statusOf);
  if (statuses.includes("failed")) return "failed";
  return statuses.some((status) => status === "queued" || status === "processing") ? "open" : "done";
}

/** Asks for one of a file's jobs again, as after a failure. */
export const RetryJob = OneFile.extend({ job: FileJob });
export type RetryJob = z.infer<typeof RetryJob>;

/** Stops one of a file's jobs that waits or runs. */
export const CancelJob = OneFile.extend({ job: FileJob });
export type CancelJob = z.infer<typeof CancelJob>;

/** How far a job of a file is. */
export interface JobState {
  status: JobStatus;
  /** 0–100. */
  progress: number;
  etaSeconds: number | null;
  /** One plain sentence when the status is failed. */
  error: string | null;
}

/** A file as a tile of any grid shows it. */
export interface TileFile {
  fileId: string;
  name: string;
  kind: FileKind;
  /** As displayed; null until the metadata was read. */
  widthPx: number | null;
  heightPx: number | null;
  durationMs: number | null;
  /** Wall-clock time where it was captured, else when it came here, as ms since 1970 in UTC: what grids are sorted and grouped by. */
  filedAtMs: number;
  /** Base64 of a ThumbHash, for the moment before the picture is there. */
  thumbhash: string | null;
  /** Addresses of the pictures; null while there is nothing to show. */
  pictures: TilePictures | null;
  /** Whether a clip plays over the still. */
  isLive: boolean;
  isRaw: boolean;
  /** Another file of the library has its bytes or looks like it, and nobody has decided about the two. */
  isDuplicate: boolean;
  /** Of whoever asks, as is the rating: 1–5, null for unrated. */
  isFavourite: boolean;
  ownRating: number | null;
  work: FileWork;
}

/** What every job of a file is at. */
export type FileJobs = Record<FileJob, JobState>;

/** A file as a folder lists it. */
export interface FileSummary extends TileFile {
  folderId: string | null;
  mimeType: string;
  sizeBytes: number;
  /** Null when its `work` is done: of most files in a list there is nothing to tell. */
  jobs: FileJobs | null;
}

/** A page of files; `nextCursor` is null on the last. */
export interface FilePage {
  files: FileSummary[];
  nextCursor: string | null;
}

/** One way to play a file: its own bytes, a copy that browsers play, or a stream of several sizes (HLS). */
export interface FileSource {
  source: "original" | "proxy" | "hls" | "motion";
  url: string;
  mimeType: string;
}

/** How the small pictures for scrubbing lie on their sheet: in reading order, one for each interval of the film. */
export const SpriteIndex = z.object({
  version: z.literal(1),
  /** The first is of 0 ms, each further one of so much later. */
  intervalMs: z.number().int().min(1),
  count: z.number().int().min(1),
  columns: z.number().int().min(1),
  tileWidthPx: z.number().int().min(1),
  tileHeightPx: z.number().int().min(1),
});
export type SpriteIndex = z.infer<typeof SpriteIndex>;

/** A file that only accompanies another: a live photo's clip, an XMP sidecar. */
export interface Companion {
  fileId: string;
  name: string;
  sizeBytes: number;
  /** Always an attachment. */
  downloadUrl: string;
}

/** A file as the viewer shows it. */
export interface FileDetails extends FileSummary {
  jobs: FileJobs;
  orientation: number | null;
  capturedAt: Date | null;
  capturedOffsetMinutes: number | null;
  createdAt: Date;
  /** What told the capture date; null when nothing did. */
  capturedAtSource: CaptureSource | null;
  title: string | null;
  /** What a member wrote, else what the file itself says; may have several lines. */
  description: string | null;
  /** What a member wrote: empty hides what the file says, null leaves it. */
  writtenDescription: string | null;
  keywords: string[];
  /** What members put on it, by name. */
  tags: Tag[];
  /** 1–5; null when nobody rated it. */
  rating: number | null;
  artist: string | null;
  album: string | null;
  genre: string | null;
  trackNumber: number | null;
  /** An equirectangular photo or video. */
  is360: boolean;
  latitude: number | null;
  longitude: number | null;
  cameraMake: string | null;
  cameraModel: string | null;
  lensModel: string | null;
  iso: number | null;
  fNumber: number | null;
  exposureSeconds: number | null;
  focalLengthMm: number | null;
  videoCodec: string | null;
  audioCodec: string | null;
  /** Integrated loudness by EBU R 128; null until measured, and for silence. */
  loudnessLufs: number | null;
  /** Small pictures for scrubbing, and how they lie on their sheet; null while there are none. */
  sprites: { sheet: string; index: string } | null;
  /** Address of the peaks of the sound; null while there are none. */
  waveformUrl: string | null;
  /** Address of what is said, as WebVTT; null where nobody knows. */
  captionsUrl: string | null;
  /** Lower-case hex; null until hashed. */
  sha256: string | null;
  /** Other files of the library that hold the same bytes; of very many, not all are counted. */
  copyCount: number;
  uploadedBy: string | null;
  /** What a browser can play, best first; empty while there is none. */
  playback: FileSource[];
  /** What moves in a live or motion photo, to be played over the still; null for all others, and while it is being made. */
  clip: FileSource | null;
  companions: Companion[];
  /** The original of a picture that moves, when a browser plays it; null for all others. */
  animatedUrl: string | null;
  /** The picture for zooming in, up to 4096 px; null while there is nothing to show. */
  zoomUrl: string | null;
  /** Whoever asks may move it to the trash. */
  mayTrash: boolean;
  /** Whoever asks may describe and tag it. */
  mayDescribe: boolean;
  mayAddToAlbums: boolean;
  /** Whoever asks may ask for its jobs again, and for a stream. */
  mayRetryJobs: boolean;
  mayStopJobs: boolean;
  /** Always an attachment. */
  downloadUrl: string;
  /** What is known of it, to take away: what people wrote, date and place as XMP, and everything as JSON. */
  sidecarUrls: { xmp: string; json: string };
  /** What the metadata reader said, whole. */
  rawMetadata: Record<string, unknown>;
}
