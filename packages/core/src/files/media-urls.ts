/** Addresses of a file's bytes; the routes are in packages/rest/src/routes/media.ts. */
export const mediaUrls = {
  original: (fileId: string) => `/api/media/${fileId}/original`,
  download: (fileId: string) => `/api/media/${fileId}/original?download`,
  proxy: (fileId: string, version: number) => `/api/media/${fileId}/proxy?v=${version}`,
};
