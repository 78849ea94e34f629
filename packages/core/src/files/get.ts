import type { File } from "@alcoves/db/models";
import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { mediaUrls } from "./media-urls.ts";
import { zoomUrl } from "./picture-urls.ts";
import { isPlayable } from "./playback.ts";
import { toSummary } from "./rows.ts";
import { type FileDetails, type FileSource, OneFile } from "./schema.ts";

/** Everything about one file. @throws NOT_FOUND for a file of another library or in the trash */
export async function getFile(ctx: LibraryContext, input: OneFile): Promise<FileDetails> {
  const { fileId } = OneFile.parse(input);
  const row = await ctx.db.file.findFirst({
    where: { id: fileId, libraryId: ctx.access.libraryId, trashedAt: null },
    include: { uploadedBy: { select: { name: true } }, rawMetadata: { select: { raw: true } } },
  });
  if (!row) throw notFound("file");
  const raw = row.rawMetadata?.raw;
  return {
    ...toSummary(row),
    orientation: row.orientation,
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
    sha256: row.sha256 ? Buffer.from(row.sha256).toString("hex") : null,
    uploadedBy: row.uploadedBy?.name ?? null,
    playback: playbackOf(row),
    zoomUrl: zoomUrl(ctx.services, row),
    downloadUrl: mediaUrls.download(row.id),
    rawMetadata: raw && typeof raw === "object" && !Array.isArray(raw) ? raw : {},
  };
}

function playbackOf(row: File): FileSource[] {
  const sources: FileSource[] = [];
  if (isPlayable(row))
    sources.push({ source: "original", url: mediaUrls.original(row.id), mimeType: row.mimeType });
  if (row.proxyDoneVersion > 0 && row.proxyStatus !== "not_needed") {
    sources.push({
      source: "proxy",
      url: mediaUrls.proxy(row.id, row.proxyDoneVersion),
      mimeType: "video/mp4",
    });
  }
  return sources;
}
