/** Which part of a recording the timeline shows, and how large. */
export interface TimelineView {
  /** Time at the left edge, ms. */
  readonly startMs: number;
  readonly msPerPx: number;
}

/** What a view is kept inside of. */
export interface TimelineBounds {
  readonly durationMs: number;
  readonly widthPx: number;
}

/** Largest zoom against the whole recording. */
const mostZoom = 50;
/** A long recording is enlarged further than that: a tenth of a second stays wide enough to be hit. */
const finestMsPerPx = 10;

/** @returns the whole recording */
export function fitView({ durationMs, widthPx }: TimelineBounds): TimelineView {
  return { startMs: 0, msPerPx: Math.max(1, durationMs) / Math.max(1, widthPx) };
}

/** @returns how much larger the view is than the whole recording, 1 or more */
export function zoomOf({ msPerPx }: TimelineView, bounds: TimelineBounds): number {
  return fitView(bounds).msPerPx / msPerPx;
}

/** @returns the view with the largest and smallest scale, and the edges, kept */
export function clampView({ startMs, msPerPx }: TimelineView, bounds: TimelineBounds): TimelineView {
  const { msPerPx: widest } = fitView(bounds);
  const scale = Math.min(widest, Math.max(Math.min(widest / mostZoom, finestMsPerPx), msPerPx));
  const last = bounds.durationMs - scale * bounds.widthPx;
  return { startMs: Math.max(0, Math.min(last, startMs)), msPerPx: scale };
}

/** Enlarges by a factor; the time under a place stays there. @param zoom.atPx from the left edge */
export function zoomView(
  view: TimelineView,
  { factor, atPx }: { factor: number; atPx: number },
  bounds: TimelineBounds,
): TimelineView {
  const atMs = msAt(view, atPx);
  const { msPerPx } = clampView({ ...view, msPerPx: view.msPerPx / factor }, bounds);
  return clampView({ startMs: atMs - atPx * msPerPx, msPerPx }, bounds);
}

/** Moves the view by so many pixels. */
export function scrollView(view: TimelineView, byPx: number, bounds: TimelineBounds): TimelineView {
  return clampView({ ...view, startMs: view.startMs + byPx * view.msPerPx }, bounds);
}

/** Brings a time into the middle. */
export function centreView(view: TimelineView, atMs: number, bounds: TimelineBounds): TimelineView {
  return clampView({ ...view, startMs: atMs - (bounds.widthPx / 2) * view.msPerPx }, bounds);
}

/** Turns the page when a time has left the view: it comes in a tenth from the left. */
export function followView(view: TimelineView, atMs: number, bounds: TimelineBounds): TimelineView {
  const px = pxAt(view, atMs);
  if (px >= 0 && px <= bounds.widthPx) return view;
  return clampView({ ...view, startMs: atMs - bounds.widthPx * 0.1 * view.msPerPx }, bounds);
}

/** @returns where a time is drawn, px from the left edge */
export function pxAt({ startMs, msPerPx }: TimelineView, ms: number): number {
  return (ms - startMs) / msPerPx;
}

/** @returns the time at a place */
export function msAt({ startMs, msPerPx }: TimelineView, px: number): number {
  return startMs + px * msPerPx;
}

const steps = [
  10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000,
  900_000, 1_800_000, 3_600_000, 7_200_000, 14_400_000,
];
/** Narrowest room between two labels of the ruler, px. */
const narrowestLabelPx = 90;

/** @returns the times at which the ruler has labels, the visible ones, and the step between them, ms */
export function rulerOf(
  view: TimelineView,
  { durationMs, widthPx }: TimelineBounds,
): { stepMs: number; times: number[] } {
  const wanted = narrowestLabelPx * view.msPerPx;
  const stepMs = steps.find((step) => step >= wanted) ?? Math.ceil(wanted / 3_600_000) * 3_600_000;
  const first = Math.max(0, Math.floor(view.startMs / stepMs));
  const last = Math.min(durationMs, msAt(view, widthPx));
  const count = Math.max(0, Math.floor(last / stepMs) - first + 1);
  return { stepMs, times: Array.from({ length: count }, (_, place) => (first + place) * stepMs) };
}
