import type { FileSummary } from "@alcoves/core/files/schema";
import { type VariantName, variants } from "@alcoves/core/variants/schema";

type Pictured = Pick<FileSummary, "widthPx" | "heightPx" | "pictures">;

/** @returns width ÷ height as displayed, null while unknown */
export function ratioOf({ widthPx, heightPx }: Pick<FileSummary, "widthPx" | "heightPx">): number | null {
  return widthPx && heightPx ? widthPx / heightPx : null;
}

/** @returns how wide a variant of a picture is in truth, px: it fits inside its bounds and is never enlarged */
function variantWidth(
  name: Extract<VariantName, "timeline" | "card">,
  { widthPx, heightPx }: Pictured,
): number {
  const bounds = variants[name];
  if (!widthPx || !heightPx) return bounds.widthPx;
  const scale = Math.min(1, bounds.widthPx / widthPx, bounds.heightPx / heightPx);
  return Math.max(1, Math.round(widthPx * scale));
}

/** @returns the `srcset` of a tile with true widths, so that a browser picks the smallest that is sharp */
export function pictureSrcset(file: Pictured): string | undefined {
  if (!file.pictures) return undefined;
  const { timeline, card } = file.pictures;
  const [small, large] = [variantWidth("timeline", file), variantWidth("card", file)];
  return small < large ? `${timeline} ${small}w, ${card} ${large}w` : `${card} ${large}w`;
}
