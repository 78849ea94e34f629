import type { RouteRow, RouteRows } from "../doors.ts";

const picture = (of: string): RouteRow => ({
  may: { least: "viewer" },
  on: "file",
  request: ({ id }) => ({ path: `/api/media/${id}/${of}` }),
});

const captions = (format: string): RouteRow => ({ ...picture(`captions.${format}`), on: "film" });

export const mediaDoors: RouteRows = {
  "GET /api/media/:fileId/original": picture("original"),
  "GET /api/media/:fileId/proxy": picture("proxy?v=1"),
  "GET /api/media/:fileId/sprites/sheet": picture("sprites/sheet?v=1"),
  "GET /api/media/:fileId/sprites/index": picture("sprites/index?v=1"),
  "GET /api/media/:fileId/waveform": picture("waveform?v=1"),
  "GET /api/media/:fileId/hls/master.m3u8": picture("hls/master.m3u8?v=1"),
  "GET /api/media/:fileId/hls/:rendition/:name": picture("hls/360p/index.m3u8?v=1"),
  "GET /api/media/:fileId/captions.vtt": captions("vtt?v=1"),
  "GET /api/media/:fileId/captions.srt": captions("srt?download"),
  "GET /api/media/:fileId/captions.txt": captions("txt"),
  "GET /api/media/:fileId/motion": picture("motion?v=1"),
  "GET /api/media/:fileId/sidecar.xmp": picture("sidecar.xmp"),
  "GET /api/media/:fileId/sidecar.json": picture("sidecar.json"),
  "GET /api/media/:fileId/:variantId": { ...picture("card?v=1"), inTrash: "contributor" },
};
