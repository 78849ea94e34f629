/** Longest sides of a clip, px, whichever way it stands: packages/media/src/moment-clip.ts cuts it to fit. */
const longSidePx = 1920;
const shortSidePx = 1080;

/** @returns how large the clip of a file's moment is: even sides, never larger than the file; nulls for what shows nothing */
export function clipSizeOf({
  kind,
  widthPx,
  heightPx,
}: {
  kind: string;
  widthPx: number | null;
  heightPx: number | null;
}): { widthPx: number | null; heightPx: number | null } {
  if (kind === "audio" || !widthPx || !heightPx) return { widthPx: null, heightPx: null };
  const [boxWidth, boxHeight] = widthPx >= heightPx ? [longSidePx, shortSidePx] : [shortSidePx, longSidePx];
  const factor = Math.min(1, boxWidth / widthPx, boxHeight / heightPx);
  const even = (px: number) => Math.max(2, Math.round((px * factor) / 2) * 2);
  return { widthPx: even(widthPx), heightPx: even(heightPx) };
}
