import type { VariantSpec } from "../variants/schema.ts";

/** Largest picture that is taken in, bytes. */
export const largestAvatarUpload = 25 * 1024 * 1024;

/** Largest picture that is kept, bytes: far more than 512 px ever take. */
export const largestAvatar = 8 * 1024 * 1024;

/** How a person's picture is made: a square out of the middle, whatever came in. */
export const avatarSpec = {
  widthPx: 512,
  heightPx: 512,
  fit: "cover",
  format: "webp",
  quality: 82,
  mayEnlarge: true,
} as const satisfies VariantSpec;

/** @returns the address of a person's picture, which changes with the picture; null without one */
export function avatarUrlOf(user: { id: string; avatarVersion: number | null }): string | null {
  return user.avatarVersion === null ? null : `/api/avatars/${user.id}?v=${user.avatarVersion}`;
}
