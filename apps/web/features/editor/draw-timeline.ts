import { formatMark } from "./format-time.ts";
import type { MomentBar } from "./moment-bars.ts";
import type { PeakLevels } from "./peak-levels.ts";
import { drawMarkers, type TimelineMarker } from "./timeline-markers.ts";
import { msAt, pxAt, rulerOf, type TimelineView } from "./timeline-view.ts";

/** Height of the ruler above the track, px. */
export const rulerPx = 26;
/** Room above and below the bars, px. */
const padPx = 6;
const columnPx = 3;
/** Height of the strip of matches, px. */
const matchPx = 4;
/** Quiet recordings are drawn larger, up to so much. */
const mostGain = 8;

/** What is drawn. */
export interface TimelinePicture {
  widthPx: number;
  heightPx: number;
  view: TimelineView;
  durationMs: number;
  /** Null while there is no sound to draw. */
  levels: PeakLevels | null;
  bars: readonly MomentBar[];
  lanes: number;
  selectedId: string | null;
  /** Ids of moments that are not saved as they are. */
  unsaved: ReadonlySet<string>;
  /** Where a new moment is to begin; null without a mark. */
  markMs: number | null;
  /** Dots on the ruler, by time. */
  markers: readonly TimelineMarker[];
  /** The dot that is selected; null for none. */
  markedId: string | null;
  /** What a highlight found, in the order of time; they do not overlap. */
  matches: readonly { startMs: number; endMs: number }[];
  /** CSS colour of these. */
  matchColor: string;
  colors: TimelineColors;
}

/** CSS colours. */
export interface TimelineColors {
  text: string;
  muted: string;
  background: string;
  line: string;
  accent: string;
  wave: string;
  bar: string;
  barSelected: string;
}

/** Draws the visible part of a recording: the ruler, the sound, the moments. */
export function drawTimeline(pen: CanvasRenderingContext2D, picture: TimelinePicture): void {
  const { widthPx, heightPx } = picture;
  pen.clearRect(0, 0, widthPx, heightPx);
  drawRuler(pen, picture);
  drawWave(pen, picture);
  drawBars(pen, picture);
  drawMatches(pen, picture);
  drawMark(pen, picture);
  drawMarkers(pen, picture);
}

/** @returns the top and height of a lane, px */
export function laneAt(lane: number, { lanes, heightPx }: { lanes: number; heightPx: number }) {
  const room = heightPx - rulerPx - padPx * 2;
  const height = room / lanes;
  return { top: rulerPx + padPx + lane * height, height: height - (lanes > 1 ? 3 : 0) };
}

/** @returns the lane at a height, also above and below the bars */
export function laneUnder(y: number, { lanes, heightPx }: { lanes: number; heightPx: number }): number {
  const room = heightPx - rulerPx - padPx * 2;
  const lane = Math.floor(((y - rulerPx - padPx) / room) * lanes);
  return Math.max(0, Math.min(lanes - 1, lane));
}

function drawRuler(pen: CanvasRenderingContext2D, { view, widthPx, durationMs, colors }: TimelinePicture) {
  const { stepMs, times } = rulerOf(view, { durationMs, widthPx });
  pen.font = '11px "Inter Variable", sans-serif';
  pen.textBaseline = "middle";
  for (const ms of times) {
    const x = Math.round(pxAt(view, ms));
    pen.fillStyle = colors.line;
    pen.fillRect(x, rulerPx - 6, 1, 6);
    pen.fillStyle = colors.muted;
    const label = formatMark(ms, stepMs);
    const left = Math.min(Math.max(2, x - pen.measureText(label).width / 2), widthPx - 40);
    if (x >= 0) pen.fillText(label, left, rulerPx / 2 - 2);
  }
}

function drawWave(
  pen: CanvasRenderingContext2D,
  { widthPx, heightPx, view, levels, colors, durationMs }: TimelinePicture,
) {
  const middle = rulerPx + (heightPx - rulerPx) / 2;
  const tallest = (heightPx - rulerPx - padPx * 2 - 4) * Math.min(mostGain, 1 / (levels?.largest || 1));
  pen.fillStyle = colors.wave;
  if (!levels) {
    pen.fillRect(0, middle, Math.min(widthPx, pxAt(view, durationMs)), 1);
    return;
  }
  // Columns stand at fixed times, not at places of the screen: scrolling moves them and does not make them shimmer.
  const columnMs = columnPx * view.msPerPx;
  const first = Math.floor(view.startMs / columnMs);
  const count = Math.ceil(widthPx / columnPx) + 1;
  for (let column = first; column <= first + count; column += 1) {
    const fromMs = column * columnMs;
    if (fromMs >= durationMs) break;
    const height = Math.max(1, levels.largestBetween(fromMs, fromMs + columnMs) * tallest);
    pen.fillRect(pxAt(view, fromMs), middle - height / 2, columnPx - 1, height);
  }
}

function drawBars(pen: CanvasRenderingContext2D, picture: TimelinePicture) {
  const { bars, view, widthPx, selectedId } = picture;
  const lastMs = msAt(view, widthPx);
  const visible = bars.filter(({ startMs, endMs }) => endMs >= view.startMs && startMs <= lastMs);
  // The selected one over those that it overlaps.
  const sorted = visible.toSorted(
    (a, b) => Number(a.momentId === selectedId) - Number(b.momentId === selectedId),
  );
  for (const bar of sorted) drawBar(pen, bar, picture);
}

function drawBar(pen: CanvasRenderingContext2D, bar: MomentBar, picture: TimelinePicture) {
  const { view, colors, widthPx } = picture;
  const isSelected = bar.momentId === picture.selectedId;
  const isUnsaved = picture.unsaved.has(bar.momentId);
  // Far outside of the canvas nothing needs to be drawn, and rounded corners of millions of pixels are slow.
  const left = Math.max(-20, pxAt(view, bar.startMs));
  const right = Math.min(widthPx + 20, pxAt(view, bar.endMs));
  const { top, height } = laneAt(bar.lane, picture);
  const width = Math.max(3, right - left);
  pen.beginPath();
  pen.roundRect(left + 0.5, top + 0.5, width - 1, height - 1, Math.min(6, width / 2));
  pen.fillStyle = isSelected ? colors.barSelected : colors.bar;
  pen.fill();
  pen.strokeStyle = colors.accent;
  pen.lineWidth = isSelected ? 2 : 1;
  pen.setLineDash(isUnsaved ? [4, 3] : []);
  pen.stroke();
  pen.setLineDash([]);
  if (isSelected && width > 16) {
    pen.fillStyle = colors.accent;
    for (const x of [left + 4, right - 6]) pen.fillRect(x, top + height / 2 - 8, 2, Math.min(16, height - 6));
  }
  if (width < 34) return;
  pen.save();
  pen.beginPath();
  pen.rect(Math.max(0, left), top, width - 10, height);
  pen.clip();
  pen.font = '550 12px "Inter Variable", sans-serif';
  pen.textBaseline = "top";
  pen.fillStyle = colors.text;
  pen.fillText(bar.name, Math.max(0, left) + 10, top + Math.min(8, Math.max(2, height / 2 - 7)));
  pen.restore();
}

/** A strip at the foot: however many there are, each pixel is drawn once. */
function drawMatches(pen: CanvasRenderingContext2D, picture: TimelinePicture) {
  const { matches, view, widthPx, heightPx, matchColor } = picture;
  pen.fillStyle = matchColor;
  let drawnPx = 0;
  for (let at = firstAfter(matches, view.startMs); at < matches.length; at += 1) {
    const match = matches[at];
    const left = match ? Math.max(drawnPx, pxAt(view, match.startMs)) : widthPx;
    if (!match || left >= widthPx) break;
    const right = Math.max(left + 2, pxAt(view, match.endMs));
    if (right <= drawnPx) continue;
    pen.fillRect(left, heightPx - matchPx, right - left, matchPx);
    drawnPx = right;
  }
}

/** @returns the place of the first that ends after a time */
function firstAfter(matches: TimelinePicture["matches"], ms: number): number {
  let [low, high] = [0, matches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.endMs ?? 0) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

function drawMark(pen: CanvasRenderingContext2D, { markMs, view, heightPx, colors }: TimelinePicture) {
  if (markMs === null) return;
  const x = Math.round(pxAt(view, markMs));
  pen.fillStyle = colors.accent;
  pen.fillRect(x, rulerPx, 1, heightPx - rulerPx);
  pen.beginPath();
  pen.moveTo(x, rulerPx - 2);
  pen.lineTo(x + 8, rulerPx + 4);
  pen.lineTo(x, rulerPx + 10);
  pen.fill();
}
