import { pxAt, type TimelineView } from "./timeline-view.ts";

/** A dot on the ruler. */
export interface TimelineMarker {
  id: string;
  ms: number;
  /** Of what is settled. */
  isMuted: boolean;
  /** What it says to a pointer that rests on it. */
  hint: string;
}

/** Where the dots lie, px from the top: below the labels of the ruler. */
const centrePx = 21;
const radiusPx = 4;
/** How near a pointer has to be, px; a finger is wider. */
const reachPx = { fine: 7, coarse: 16 };

/** @returns those of markers, sorted by time, that show in a view */
export function markersInView(
  markers: readonly TimelineMarker[],
  view: TimelineView,
  widthPx: number,
): readonly TimelineMarker[] {
  const marginMs = radiusPx * 2 * view.msPerPx;
  const firstMs = view.startMs - marginMs;
  const lastMs = view.startMs + widthPx * view.msPerPx + marginMs;
  return markers.slice(
    countBefore(markers, (ms) => ms < firstMs),
    countBefore(markers, (ms) => ms <= lastMs),
  );
}

/** @returns the marker under a pointer: the nearest, and of equal ones the last, which is drawn over the others */
export function markerUnder(
  markers: readonly TimelineMarker[],
  view: TimelineView,
  at: { px: number; y: number; isCoarse: boolean },
): TimelineMarker | null {
  const reach = at.isCoarse ? reachPx.coarse : reachPx.fine;
  if (Math.abs(at.y - centrePx) > reach) return null;
  let [nearest, distance]: [TimelineMarker | null, number] = [null, reach];
  for (const marker of markersInView(markers, view, at.px + reach)) {
    const away = Math.abs(pxAt(view, marker.ms) - at.px);
    if (away <= distance) [nearest, distance] = [marker, away];
  }
  return nearest;
}

/** What is drawn of markers. */
interface MarkersPicture {
  markers: readonly TimelineMarker[];
  view: TimelineView;
  widthPx: number;
  markedId: string | null;
  colors: { accent: string; muted: string; background: string };
}

/** Draws the visible markers, what is settled below what is not, and the selected one over all and larger. */
export function drawMarkers(pen: CanvasRenderingContext2D, picture: MarkersPicture): void {
  const { view, colors, markedId } = picture;
  const rank = ({ id, isMuted }: TimelineMarker) => (id === markedId ? 2 : isMuted ? 0 : 1);
  const visible = markersInView(picture.markers, view, picture.widthPx);
  for (const marker of visible.toSorted((a, b) => rank(a) - rank(b))) {
    pen.beginPath();
    pen.arc(
      pxAt(view, marker.ms),
      centrePx,
      marker.id === markedId ? radiusPx + 1.5 : radiusPx,
      0,
      Math.PI * 2,
    );
    pen.fillStyle = marker.isMuted ? colors.muted : colors.accent;
    pen.fill();
    // Neighbours stay two.
    pen.strokeStyle = colors.background;
    pen.lineWidth = 1.5;
    pen.stroke();
  }
}

/** Counts by halving those at the front for which `isBefore` holds. */
function countBefore(markers: readonly TimelineMarker[], isBefore: (ms: number) => boolean): number {
  let [low, high] = [0, markers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(markers[middle]?.ms ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
