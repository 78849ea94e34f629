/** Addresses of a share below the origin: the page, and what it plays, which packages/rest/src/routes/shares.ts serves. */
export const shareUrls = {
  page: (token: string) => `/s/${token}`,
  embed: (token: string) => `/s/${token}/embed`,
  clip: (token: string, version: number) => `/s/${token}/media/clip?v=${version}`,
  download: (token: string) => `/s/${token}/media/clip?download`,
  thumbnail: (token: string) => `/s/${token}/media/thumbnail`,
  unlock: (token: string) => `/api/share/${token}/unlock`,
};
