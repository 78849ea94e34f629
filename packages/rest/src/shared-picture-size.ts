import { sharedSizes } from "@alcoves/core/shares";
import { variants } from "@alcoves/core/variants";

/** Of a picture or a player, px. */
export interface Size {
  widthPx: number;
  heightPx: number;
}

type SizeName = (typeof sharedSizes)[number];

/** @returns the size of a picture of something as large as that: it keeps its shape, and nothing is enlarged */
function inside(size: Size, name: SizeName): Size {
  const bounds = variants[name];
  const factor = Math.min(1, bounds.widthPx / size.widthPx, bounds.heightPx / size.heightPx);
  const whole = (px: number) => Math.max(1, Math.round(px * factor));
  return { widthPx: whole(size.widthPx), heightPx: whole(size.heightPx) };
}

/** @returns the size of the picture that stands for something as large as that */
export function previewOf(size: Size): Size {
  return inside(size, "preview");
}

/** @returns the largest picture that lies within a box; null when even the smallest does not */
export function pictureThatFits(size: Size, box: Size): (Size & { name: SizeName }) | null {
  const made = sharedSizes.map((name) => ({ name, ...inside(size, name) }));
  return made.findLast(({ widthPx, heightPx }) => widthPx <= box.widthPx && heightPx <= box.heightPx) ?? null;
}
