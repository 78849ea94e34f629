import type { SharedSize } from "@alcoves/core/shares/schema";

/** A file behind a link, and where it is asked for. */
interface ItemPlace {
  token: string;
  reference: string;
}

/**
 * Addresses of a share below the origin: the page, and what it shows, which packages/rest/src/routes/shares.ts and share-items.ts beside
 * it serve. Versions only keep browsers from showing what was before.
 */
export const shareUrls = {
  page: (token: string) => `/s/${token}`,
  pageAfter: (token: string, cursor: string) => `/s/${token}?after=${cursor}`,
  item: ({ token, reference }: ItemPlace) => `/s/${token}?item=${reference}`,
  picture: ({ token, reference }: ItemPlace, { size, version }: { size: SharedSize; version: string }) =>
    `/s/${token}/media/${reference}/${size}?v=${version}`,
  savePicture: ({ token, reference }: ItemPlace) => `/s/${token}/media/${reference}/preview?download`,
  play: ({ token, reference }: ItemPlace, version: number) =>
    `/s/${token}/media/${reference}/play?v=${version}`,
  savePlay: ({ token, reference }: ItemPlace) => `/s/${token}/media/${reference}/play?download`,
  saveOriginal: ({ token, reference }: ItemPlace) => `/s/${token}/media/${reference}/original?download`,
  archive: (token: string) => `/s/${token}/zip`,
  embed: (token: string) => `/s/${token}/embed`,
  clip: (token: string, version: number) => `/s/${token}/media/clip?v=${version}`,
  download: (token: string) => `/s/${token}/media/clip?download`,
  thumbnail: (token: string) => `/s/${token}/media/thumbnail`,
  unlock: (token: string) => `/api/share/${token}/unlock`,
};
