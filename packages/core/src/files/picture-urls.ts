import { createHmac, timingSafeEqual } from "node:crypto";
import type { File } from "@alcoves/db/models";
import type { Services } from "../context.ts";
import {
  customVariantId,
  largestSidePx,
  parseVariantId,
  pictureVersion,
  type TilePictures,
  tilePictures,
} from "../variants/schema.ts";

type PictureFacts = Pick<File, "id" | "kind" | "thumbnailStatus" | "thumbnailDoneVersion" | "variantsStatus">;

/**
 * The version of what pictures are made from: an original never changes, a poster may be taken again.
 * @returns 0 while there is nothing to make pictures from
 */
export function sourceVersionOf(
  file: Pick<File, "kind" | "thumbnailStatus" | "thumbnailDoneVersion">,
): number {
  if (file.kind === "photo") return 1;
  // Sound without a cover has none, though its job is done.
  return file.kind === "other" || file.thumbnailStatus === "not_needed" ? 0 : file.thumbnailDoneVersion;
}

/** The version of what a file's pictures are shown from. @returns 0 while, or because, there is nothing to show */
export function shownVersionOf(file: Omit<PictureFacts, "id">): number {
  return file.variantsStatus === "failed" ? 0 : sourceVersionOf(file);
}

/** Addresses of the pictures a grid and a viewer show; null while, or because, there is nothing to show. */
export function pictureUrls(file: PictureFacts): TilePictures | null {
  return tilePictures(file.id, shownVersionOf(file));
}

/** The size a viewer zooms into: not registered, so its address is signed. */
const zoom = customVariantId({
  widthPx: largestSidePx,
  heightPx: largestSidePx,
  fit: "inside",
  format: "webp",
  quality: 85,
});

/** Signed address of the picture for zooming in; null as for `pictureUrls`. */
export function zoomUrl(services: Services, file: PictureFacts): string | null {
  const version = shownVersionOf(file);
  if (version === 0) return null;
  return signedPictureUrl(services, { fileId: file.id, variantId: zoom, version });
}

/**
 * The address of any size: the signature is what lets a size outside of the registry be made.
 * @param picture.version of what it is made from
 * @throws Error for an id that stands for no size
 */
export function signedPictureUrl(
  services: Pick<Services, "sessionSecret">,
  { fileId, variantId, version }: { fileId: string; variantId: string; version: number },
): string {
  const variant = parseVariantId(variantId);
  if (!variant) throw new Error(`${variantId} is no size of a picture.`);
  const address = `/api/media/${fileId}/${variantId}?v=${pictureVersion(version, variant.spec)}`;
  return `${address}&sig=${signatureOf(services, fileId, variantId)}`;
}

/** @returns whether the signature is ours for this picture; compared in constant time */
export function isSigned(
  services: Pick<Services, "sessionSecret">,
  picture: { fileId: string; variantId: string; signature: string },
): boolean {
  const wanted = Buffer.from(signatureOf(services, picture.fileId, picture.variantId));
  const given = Buffer.from(picture.signature);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

function signatureOf(
  { sessionSecret }: Pick<Services, "sessionSecret">,
  fileId: string,
  variantId: string,
): string {
  return createHmac("sha256", sessionSecret)
    .update(`picture/${fileId}/${variantId}`)
    .digest("base64url")
    .slice(0, 22);
}
