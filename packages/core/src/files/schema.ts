import { z } from "zod";
import { InFolder } from "../folders/schema.ts";
import { InLibrary } from "../libraries/schema.ts";

/** What a file is to a person, from its sniffed type. */
export const FileKind = z.enum(["photo", "video", "audio", "other"]);
export type FileKind = z.infer<typeof FileKind>;

/** State of one tracked job of a file. */
export const JobStatus = z.enum(["queued", "processing", "ready", "not_needed", "failed"]);
export type JobStatus = z.infer<typeof JobStatus>;

/** One page of a folder's files, newest capture first. */
export const ListFiles = InFolder.extend({
  cursor: z.string().max(200).nullish(),
  limit: z.number().int().min(1).max(500).default(200),
});
export type ListFiles = z.infer<typeof ListFiles>;

/** Names one file in a library. */
export const OneFile = InLibrary.extend({ fileId: z.uuid() });
export type OneFile = z.infer<typeof OneFile>;

/** Names files whose present state is wanted, as after an event. */
export const SomeFiles = InLibrary.extend({ fileIds: z.array(z.uuid()).min(1).max(200) });
export type SomeFiles = z.infer<typeof SomeFiles>;

/** The tracked jobs of a file that a person can see and ask for again. */
export const FileJob = z.enum(["metadata", "variants", "thumbnail", "proxy", "hash"]);
export type FileJob = z.infer<typeof FileJob>;

/** Asks for one of a file's jobs again, as after a failure. */
export const RetryJob = OneFile.extend({ job: FileJob });
export type RetryJob = z.infer<typeof RetryJob>;

/** How far a job of a file is. */
export interface JobState {
  status: JobStatus;
  /** 0–100. */
  progress: number;
  etaSeconds: number | null;
  /** One plain sentence when the status is failed. */
  error: string | null;
}

/** A file as the grid shows it. */
export interface FileSummary {
  fileId: string;
  folderId: string | null;
  name: string;
  kind: FileKind;
  mimeType: string;
  sizeBytes: number;
  /** As displayed; null until the metadata was read. */
  widthPx: number | null;
  heightPx: number | null;
  durationMs: number | null;
  capturedAt: Date | null;
  capturedOffsetMinutes: number | null;
  createdAt: Date;
  /** Base64 of a ThumbHash, for the moment before the picture is there. */
  thumbhash: string | null;
  /** Addresses of the pictures; null while there is nothing to show. */
  pictures: { timeline: string; card: string; preview: string } | null;
  jobs: Record<FileJob, JobState>;
}

/** A page of files; `nextCursor` is null on the last. */
export interface FilePage {
  files: FileSummary[];
  nextCursor: string | null;
}

/** One way to play or get a file's bytes. */
export interface FileSource {
  source: "original" | "proxy";
  url: string;
  mimeType: string;
}

/** A file as the viewer shows it. */
export interface FileDetails extends FileSummary {
  orientation: number | null;
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
  /** Lower-case hex; null until hashed. */
  sha256: string | null;
  uploadedBy: string | null;
  /** What a browser can play, best first; empty while there is none. */
  playback: FileSource[];
  /** The picture for zooming in, up to 4096 px; null while there is nothing to show. */
  zoomUrl: string | null;
  /** Always an attachment. */
  downloadUrl: string;
  /** What the metadata reader said, whole. */
  rawMetadata: Record<string, unknown>;
}
