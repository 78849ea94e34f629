import { firstOf, labelOf, type Tags, writtenOf } from "./tags.ts";

/** @returns whether a photo (GPano) or video (Spherical Video V1) says in its tags that it surrounds the viewer. A panorama of one strip does not. */
export function is360(tags: Tags): boolean {
  return /^equirectangular$/i.test(writtenOf(firstOf(tags, ["XMP:ProjectionType"])));
}

/** What Apple writes into a live photo's still and clip alike; null for what is none. */
export function contentIdentifierOf(tags: Tags): string | null {
  const written = labelOf(firstOf(tags, ["MakerNotes:ContentIdentifier", "QuickTime:ContentIdentifier"]));
  return written !== null && /^[0-9A-Za-z-]{8,64}$/.test(written) ? written : null;
}
