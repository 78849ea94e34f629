/** Sizes in px. */
export interface Size {
  widthPx: number;
  heightPx: number;
}

/** A point from the middle of the stage, px. */
export interface Point {
  xPx: number;
  yPx: number;
}

/** How a picture stands on the stage: 1 is whole and fitting, the shift is of its middle from the stage's. */
export interface Zoom {
  scale: number;
  xPx: number;
  yPx: number;
}

/** The picture whole, in the middle. */
export const wholePicture: Zoom = { scale: 1, xPx: 0, yPx: 0 };

/** The most a picture is enlarged over fitting the stage. */
export const largestScale = 8;

/** What a double click zooms to. */
export const doubleClickScale = 2.5;

/** @returns the size at which a picture fits the stage whole; a small one is not enlarged beyond its own size */
export function fitSize(picture: Size, stage: Size): Size {
  const scale = Math.min(1, stage.widthPx / picture.widthPx, stage.heightPx / picture.heightPx);
  return { widthPx: picture.widthPx * scale, heightPx: picture.heightPx * scale };
}

/** The stage and the picture as it fits in it. */
export interface Stage {
  stage: Size;
  fit: Size;
}

/** Keeps the scale in bounds and the picture's edges from coming inside the stage's further than they must. */
export function boundZoom({ scale, xPx, yPx }: Zoom, { stage, fit }: Stage): Zoom {
  const bounded = Math.min(largestScale, Math.max(1, scale));
  const roomX = Math.max(0, (fit.widthPx * bounded - stage.widthPx) / 2);
  const roomY = Math.max(0, (fit.heightPx * bounded - stage.heightPx) / 2);
  return { scale: bounded, xPx: clamp(xPx, roomX), yPx: clamp(yPx, roomY) };
}

/** Zooms by a factor so that what lies under `point` stays there, as far as the bounds allow. */
export function zoomAt(zoom: Zoom, factor: number, { point, ...bounds }: Stage & { point: Point }): Zoom {
  const scale = Math.min(largestScale, Math.max(1, zoom.scale * factor));
  const ratio = scale / zoom.scale;
  return boundZoom(
    {
      scale,
      xPx: point.xPx - (point.xPx - zoom.xPx) * ratio,
      yPx: point.yPx - (point.yPx - zoom.yPx) * ratio,
    },
    bounds,
  );
}

/** Moves the picture by some px, within bounds. */
export function panBy(zoom: Zoom, by: Point, bounds: Stage): Zoom {
  return boundZoom({ ...zoom, xPx: zoom.xPx + by.xPx, yPx: zoom.yPx + by.yPx }, bounds);
}

/** @returns the factor of a turn of the wheel; `deltaPx` below zero zooms in */
export const wheelFactor = (deltaPx: number): number =>
  Math.exp(-Math.max(-200, Math.min(200, deltaPx)) / 300);

// `+ 0` turns −0 into 0.
const clamp = (value: number, room: number) => Math.max(-room, Math.min(room, value)) + 0;
