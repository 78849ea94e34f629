import { execFile } from "node:child_process";
import { promisify } from "node:util";

/**
 * Reads files with programs that are not ours, by their own command lines, and makes a table of what they say by rules of
 * its own. Nothing of packages/media is used here: agreement would prove nothing.
 */
const run = promisify(execFile);
const roomy = { maxBuffer: 256 * 1024 * 1024, timeout: 120_000 };

/** What can be compared of a file; null for what it does not say. */
export interface FileFacts {
  mimeType: string;
  /** As displayed, px. */
  widthPx: number | null;
  heightPx: number | null;
  /** ISO 8601, an instant when there is an offset, else the local time with a `Z`. */
  capturedAt: string | null;
  offsetMinutes: number | null;
  /** Degrees, to four places. */
  latitude: number | null;
  longitude: number | null;
  durationMs: number | null;
  videoCodec: string | null;
  audioCodec: string | null;
  /** Whether every current browser plays it as it is; null for what is not played. */
  isPlayable: boolean | null;
}

/** @returns names of the programs that are not on this machine */
export async function missingPrograms(): Promise<string[]> {
  const missing = await Promise.all(
    [
      ["exiftool", "-ver"],
      ["identify", "-version"],
      ["convert", "-version"],
      ["ffprobe", "-version"],
    ].map(([program = "", option = ""]) =>
      run(program, [option]).then(
        () => [],
        () => [program],
      ),
    ),
  );
  return missing.flat();
}

type Values = Record<string, unknown>;

/** What `exiftool -j -n` says of each path. */
export async function exiftoolValues(paths: readonly string[]): Promise<Map<string, Values>> {
  // It ends with 1 when any of the files is damaged, and has told of all.
  const { stdout } = await run("exiftool", ["-j", "-n", ...paths], roomy).catch(
    (error: unknown) => error as { stdout: string },
  );
  const rows = JSON.parse(stdout) as Values[];
  return new Map(rows.map((row) => [String(row.SourceFile), row]));
}

/** Puts a row together. @throws what the programs say of a file that they cannot read */
export async function independentFacts(path: string, tags: Values): Promise<FileFacts> {
  const mimeType = String(tags.MIMEType);
  const told = { mimeType, ...captureOf(tags), ...placeOf(tags) };
  return mimeType.startsWith("image/")
    ? { ...told, ...(await pictureFacts(path, tags)) }
    : { ...told, ...(await streamFacts(path, mimeType)) };
}

async function pictureFacts(path: string, tags: Values) {
  const { width, height } = await sizeOf(path, tags);
  // EXIF 5 to 8 lie on their side. HEIC and AVIF are turned by their container, and identify tells of them upright.
  const isTurned = Number(tags.Orientation) >= 5 && !/hei|avif/.test(String(tags.MIMEType));
  return {
    widthPx: isTurned ? height : width,
    heightPx: isTurned ? width : height,
    durationMs: null,
    videoCodec: null,
    audioCodec: null,
    isPlayable: null,
  };
}

/** ImageMagick's word, but for camera RAW and drawings, which it leaves to other programs. */
async function sizeOf(path: string, tags: Values): Promise<{ width: number; height: number }> {
  const mimeType = String(tags.MIMEType);
  if (/^image\/x-(nikon|canon|sony|adobe|fuji|olympus|panasonic)/.test(mimeType)) return pair(tags.ImageSize);
  if (mimeType === "image/svg+xml") return pair(String(tags.ViewBox).split(" ").slice(2).join(" "));
  // ImageMagick goes by the name's extension unless it is told the format.
  const format = mimeType.slice("image/".length).replace(/^x-/, "").replace("heif", "heic");
  const options = ["-ping", "-format", "%W %H\n", `${format}:${path}[0]`];
  const { stdout } = await run("identify", options, roomy).catch((error: unknown) => {
    // Its own policy refuses giants, loudly or with silence: their header is read by the other program.
    const { stderr } = error as { stderr: string };
    if (stderr === "" || stderr.includes("exceeds limit")) return { stdout: "" };
    throw error;
  });
  return pair(stdout.trim() || tags.ImageSize);
}

function pair(text: unknown): { width: number; height: number } {
  const [width = 0, height = 0] = String(text).split(/[x ]/).map(Number);
  return { width, height };
}

interface Stream {
  codec_type: string;
  codec_name: string;
  pix_fmt?: string;
  width?: number;
  height?: number;
  sample_aspect_ratio?: string;
  disposition?: { attached_pic?: number };
  side_data_list?: { rotation?: number }[];
}

async function streamFacts(path: string, mimeType: string) {
  const { stdout } = await run(
    "ffprobe",
    ["-v", "quiet", "-print_format", "json", "-show_format", "-show_streams", path],
    roomy,
  );
  const { streams, format } = JSON.parse(stdout) as { streams: Stream[]; format: { duration?: string } };
  const video = streams.find((one) => one.codec_type === "video" && one.disposition?.attached_pic !== 1);
  const audio = streams.find((one) => one.codec_type === "audio");
  const [across = 1, down = 1] = (video?.sample_aspect_ratio ?? "1:1").split(":").map(Number);
  const width = Math.round(((video?.width ?? 0) * (across || 1)) / (down || 1)) || null;
  const height = video?.height ?? null;
  const isTurned = (video?.side_data_list ?? []).some(({ rotation = 0 }) => rotation % 180 !== 0);
  return {
    widthPx: isTurned ? height : width,
    heightPx: isTurned ? width : height,
    durationMs: format.duration === undefined ? null : Math.round(Number(format.duration) * 1_000),
    videoCodec: video?.codec_name ?? null,
    audioCodec: audio?.codec_name ?? null,
    isPlayable: video ? playsEverywhere(mimeType, video, audio) : null,
  };
}

/** MDN, "Media container formats" and "Web video codec guide": MP4 with H.264 and AAC or MP3, WebM with VP8, VP9 or AV1. */
function playsEverywhere(mimeType: string, video: Stream, audio: Stream | undefined): boolean {
  if (!/^yuvj?420p$/.test(video.pix_fmt ?? "")) return false;
  const sound = audio?.codec_name ?? "none";
  if (mimeType === "video/mp4") {
    return /^(h264|vp9|av1)$/.test(video.codec_name) && /^(aac|mp3|opus|none)$/.test(sound);
  }
  return (
    mimeType === "video/webm" &&
    /^(vp8|vp9|av1)$/.test(video.codec_name) &&
    /^(opus|vorbis|none)$/.test(sound)
  );
}

function placeOf({ GPSLatitude, GPSLongitude }: Values) {
  const isPlace =
    typeof GPSLatitude === "number" &&
    typeof GPSLongitude === "number" &&
    Math.abs(GPSLatitude) <= 90 &&
    Math.abs(GPSLongitude) <= 180 &&
    (GPSLatitude !== 0 || GPSLongitude !== 0);
  return {
    latitude: isPlace ? Number(GPSLatitude.toFixed(4)) : null,
    longitude: isPlace ? Number(GPSLongitude.toFixed(4)) : null,
  };
}

/** The first of exiftool's own names for the date, which it has put together of date, fraction and offset. */
function captureOf(tags: Values): { capturedAt: string | null; offsetMinutes: number | null } {
  const isVideo = /^(video|audio)/.test(String(tags.MIMEType));
  const names = [
    "SubSecDateTimeOriginal",
    "DateTimeOriginal",
    ...(isVideo ? ["CreationDate"] : ["SubSecCreateDate"]),
    ...(isVideo ? ["MediaCreateDate"] : []),
    "CreateDate",
    "DateCreated",
    "CreationTime",
    "GPSDateTime",
    "Year",
  ];
  for (const name of names) {
    const found = dateIn(String(tags[name] ?? ""));
    if (!found) continue;
    // Their standards say UTC; AVI has none that does.
    const isUtc = /mp4|quicktime|3gp|matroska|webm/.test(String(tags.MIMEType)) && name !== "CreationDate";
    const offset =
      found.offset ??
      (isUtc || name === "GPSDateTime" ? 0 : null) ??
      twinOffset(found.local, tags) ??
      satelliteOffset(found.local, tags);
    return {
      capturedAt: new Date(found.local - (offset ?? 0) * 60_000).toISOString(),
      offsetMinutes: offset,
    };
  }
  return { capturedAt: null, offsetMinutes: null };
}

function dateIn(text: string): { local: number; offset: number | null } | null {
  const [, date, zone] =
    /^(\d{4}:\d\d:\d\d(?: \d\d:\d\d:\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  if (!date) return null;
  const [day = "", time = "00:00:00"] = date.split(" ");
  const local = Date.parse(`${day.replaceAll(":", "-")}T${time}Z`);
  if (Number.isNaN(local) || local === 0 || local > Date.now()) return null;
  const offset = zone
    ? (Date.parse("1970-01-01T00:00:00Z") - Date.parse(`1970-01-01T00:00:00${zone}`)) / 60_000
    : null;
  return { local, offset };
}

/** The same time, written once more with an offset that is not the zero of those who know none. */
function twinOffset(local: number, tags: Values): number | null {
  for (const name of ["CreateDate", "DateTimeCreated", "DateCreated"]) {
    const found = dateIn(String(tags[name] ?? ""));
    if (found?.offset && Math.abs(found.local - local) < 1_000) return found.offset;
  }
  return null;
}

/** GPS time is UTC: what is left between it and the camera's clock, in quarters of an hour, is where the camera was. */
function satelliteOffset(local: number, tags: Values): number | null {
  const satellites = dateIn(String(tags.GPSDateTime ?? ""));
  if (!satellites) return null;
  const minutes = (local - satellites.local) / 60_000;
  const quarters = Math.round(minutes / 15) * 15;
  return Math.abs(quarters) <= 840 && Math.abs(minutes - quarters) <= 5 ? quarters : null;
}
