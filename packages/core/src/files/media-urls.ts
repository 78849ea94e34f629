/** Addresses of a file's bytes; the routes are in packages/rest/src/routes/media.ts. */
export const mediaUrls = {
  original: (fileId: string) => `/api/media/${fileId}/original`,
  download: (fileId: string) => `/api/media/${fileId}/original?download`,
  sidecars: (fileId: string) => ({
    xmp: `/api/media/${fileId}/sidecar.xmp`,
    json: `/api/media/${fileId}/sidecar.json`,
  }),
  motion: (fileId: string, version: number) => `/api/media/${fileId}/motion?v=${version}`,
  proxy: (fileId: string, version: number) => `/api/media/${fileId}/proxy?v=${version}`,
  sprites: (fileId: string, version: number) => ({
    sheet: `/api/media/${fileId}/sprites/sheet?v=${version}`,
    index: `/api/media/${fileId}/sprites/index?v=${version}`,
  }),
  waveform: (fileId: string, version: number) => `/api/media/${fileId}/waveform?v=${version}`,
  captions: (fileId: string, revision: number) => `/api/media/${fileId}/captions.vtt?v=${revision}`,
  stream: (fileId: string, version: number) => `/api/media/${fileId}/hls/master.m3u8?v=${version}`,
};
