import type { File } from "@alcoves/db/models";
import { isAllowed } from "../access/schema.ts";
import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { askerOf } from "./list.ts";
import { mayChange } from "./may-change.ts";
import { mediaUrls } from "./media-urls.ts";
import { zoomUrl } from "./picture-urls.ts";
import { isInlineSafe, isPlayable, proxyMimeType } from "./playback.ts";
import { jobsOf, toSummary } from "./rows.ts";
import { CaptureSource, type FileDetails, type FileSource, OneFile } from "./schema.ts";
import { type AskedOfTile, askedStatement } from "./tile-rows.ts";

/** Everything about one file. @throws NOT_FOUND for a file of another library or in the trash */
export async function getFile(ctx: LibraryContext, input: OneFile): Promise<FileDetails> {
  const { fileId } = OneFile.parse(input);
  const row = await ctx.db.file.findFirst({
    where: { id: fileId, libraryId: ctx.access.libraryId, trashedAt: null },
    include: {
      uploadedBy: { select: { name: true } },
      rawMetadata: { select: { raw: true } },
      companions: { where: { trashedAt: null }, orderBy: { name: "asc" } },
      tags: { include: { tag: true }, orderBy: { tag: { name: "asc" } } },
      transcript: {
        select: { revision: true, segments: { where: { kind: "speech" }, select: { id: true }, take: 1 } },
      },
    },
  });
  if (!row) throw notFound("file");
  const raw = row.rawMetadata?.raw;
  const clip = clipOf(row);
  const summed = {
    ...row,
    ...(await askedOf(ctx, fileId)),
    filedAtMs: row.filedAt.getTime(),
    isLive: row.motionDoneVersion > 0 || row.companions.some(({ kind }) => kind === "video"),
  };
  return {
    ...toSummary(summed),
    jobs: jobsOf(summed),
    orientation: row.orientation,
    capturedAt: row.capturedAt,
    capturedOffsetMinutes: row.capturedOffsetMinutes,
    createdAt: row.createdAt,
    capturedAtSource: CaptureSource.safeParse(row.capturedAtSource).data ?? null,
    title: row.title,
    description: (row.writtenDescription ?? row.description) || null,
    writtenDescription: row.writtenDescription,
    keywords: row.keywords,
    tags: row.tags.map(({ tag: { id, name, color } }) => ({ tagId: id, name, color })),
    rating: row.rating,
    artist: row.artist,
    album: row.album,
    genre: row.genre,
    trackNumber: row.trackNumber,
    is360: row.is360,
    latitude: row.latitude,
    longitude: row.longitude,
    cameraMake: row.cameraMake,
    cameraModel: row.cameraModel,
    lensModel: row.lensModel,
    iso: row.iso,
    fNumber: row.fNumber,
    exposureSeconds: row.exposureSeconds,
    focalLengthMm: row.focalLengthMm,
    videoCodec: row.videoCodec,
    audioCodec: row.audioCodec,
    loudnessLufs: row.loudnessLufs,
    sprites: isMade(row, "sprites") ? mediaUrls.sprites(row.id, row.spritesDoneVersion) : null,
    waveformUrl: isMade(row, "waveform") ? mediaUrls.waveform(row.id, row.waveformDoneVersion) : null,
    captionsUrl: captionsUrlOf(row.id, row.transcript),
    sha256: row.sha256 ? Buffer.from(row.sha256).toString("hex") : null,
    copyCount: await countCopies(ctx, row),
    uploadedBy: row.uploadedBy?.name ?? null,
    playback: playbackOf(row),
    clip,
    companions: row.companions.map(({ id, name, sizeBytes }) => ({
      fileId: id,
      name,
      sizeBytes: Number(sizeBytes),
      downloadUrl: mediaUrls.download(id),
    })),
    animatedUrl: animatedUrlOf(row),
    zoomUrl: zoomUrl(ctx.services, row),
    mayTrash: mayChange(ctx, row),
    mayDescribe: mayChange(ctx, row),
    mayAddToAlbums: isAllowed(ctx.access, "add files to albums"),
    mayRetryJobs: isAllowed(ctx.access, "ask for a job again"),
    mayStopJobs: isAllowed(ctx.access, "stop a job"),
    downloadUrl: mediaUrls.download(row.id),
    sidecarUrls: mediaUrls.sidecars(row.id),
    rawMetadata: raw && typeof raw === "object" && !Array.isArray(raw) ? raw : {},
  };
}

/** What whoever asks thinks of the file. */
async function askedOf(ctx: LibraryContext, fileId: string): Promise<AskedOfTile> {
  const [asked] = await ctx.sql.read<AskedOfTile & Record<string, unknown>>(askedStatement, [
    fileId,
    askerOf(ctx),
  ]);
  if (!asked) throw notFound("file");
  return asked;
}

/** Most copies that are counted: whoever has more need not know how many. */
const mostCounted = 999;

async function countCopies({ db }: LibraryContext, { id, libraryId, sha256 }: File): Promise<number> {
  if (!sha256) return 0;
  const copies = await db.file.findMany({
    where: { libraryId, sha256, id: { not: id }, trashedAt: null, companionOfId: null },
    select: { id: true },
    take: mostCounted,
  });
  return copies.length;
}

/** A copy goes before an original that browsers play and cannot seek in; one that was made for visitors of a link goes behind. */
function playbackOf(row: File): FileSource[] {
  const sources: FileSource[] = [];
  if (isPlayable(row))
    sources.push({ source: "original", url: mediaUrls.original(row.id), mimeType: row.mimeType });
  if (isMade(row, "proxy")) {
    const url = mediaUrls.proxy(row.id, row.proxyDoneVersion);
    const copy: FileSource = { source: "proxy", url, mimeType: proxyMimeType(row) };
    if (row.needsCopy) sources.unshift(copy);
    else sources.push(copy);
  }
  if (isMade(row, "hls")) {
    const url = mediaUrls.stream(row.id, row.hlsDoneVersion);
    sources.push({ source: "hls", url, mimeType: "application/vnd.apple.mpegurl" });
  }
  return sources;
}

function isMade(row: File, job: "proxy" | "sprites" | "waveform" | "hls"): boolean {
  return row[`${job}DoneVersion`] > 0 && row[`${job}Status`] !== "not_needed";
}

function captionsUrlOf(
  fileId: string,
  transcript: { revision: number; segments: { id: string }[] } | null,
): string | null {
  if (!transcript || transcript.segments.length === 0) return null;
  return mediaUrls.captions(fileId, transcript.revision);
}

/** The clip that lies in the photo, or beside it, once a browser can play it. */
function clipOf(row: File & { companions: File[] }): FileSource | null {
  const { id, motionDoneVersion: version } = row;
  if (version > 0) return { source: "motion", url: mediaUrls.motion(id, version), mimeType: "video/mp4" };
  const clip = row.companions.find(({ kind }) => kind === "video");
  return (clip && playbackOf(clip)[0]) ?? null;
}

/** Larger ones would keep a phone busy for minutes: their first frame is shown, bytes. */
const largestAnimatedBytes = 64 * 1024 * 1024;

function animatedUrlOf({ id, isAnimated, mimeType, sizeBytes }: File): string | null {
  const isShown = isAnimated && isInlineSafe(mimeType) && sizeBytes <= largestAnimatedBytes;
  return isShown ? mediaUrls.original(id) : null;
}
