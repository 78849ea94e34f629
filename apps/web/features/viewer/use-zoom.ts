"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from "react";
import {
  doubleClickScale,
  fitSize,
  type Point,
  panBy,
  type Size,
  wheelFactor,
  wholePicture,
  type Zoom,
  zoomAt,
} from "./zoom.ts";

/** The middle of the stage. */
const middle: Point = { xPx: 0, yPx: 0 };

/** How a picture stands on its stage, and what changes that. */
export interface Zoomer {
  zoom: Zoom;
  /** The picture at a zoom of 1. */
  fit: Size;
  /** @returns where on the stage something happened */
  pointOf(event: { clientX: number; clientY: number }): Point;
  /** Zooms by a factor, so that what is at `point` stays there: by default the middle. */
  zoomBy(factor: number, point?: Point): void;
  panBy(by: Point): void;
  /** Into a point, or back to the whole picture. */
  toggleAt(point: Point): void;
  reset(): void;
}

/** Zooms a picture inside of an element that it follows the size of; the wheel zooms by itself. */
export function useZoom(ref: RefObject<HTMLElement | null>, picture: Size): Zoomer {
  const stage = useSize(ref);
  const [zoom, setZoom] = useState<Zoom>(wholePicture);
  const fit = stage.widthPx > 0 ? fitSize(picture, stage) : stage;
  const bounds = { stage, fit };

  const pointOf = useCallback(
    ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
      const box = ref.current?.getBoundingClientRect();
      if (!box) return middle;
      return { xPx: clientX - box.left - box.width / 2, yPx: clientY - box.top - box.height / 2 };
    },
    [ref],
  );

  // React listens to the wheel passively, so that it could not keep the page from scrolling or zooming.
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const within = { stage, fit: fitSize(picture, stage), point: pointOf(event) };
      setZoom((before) => zoomAt(before, wheelFactor(event.deltaY), within));
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [ref, stage, picture, pointOf]);

  return {
    zoom,
    fit,
    pointOf,
    zoomBy: (factor, point = middle) => setZoom((before) => zoomAt(before, factor, { ...bounds, point })),
    panBy: (by) => setZoom((before) => panBy(before, by, bounds)),
    toggleAt: (point) =>
      setZoom((before) =>
        before.scale > 1 ? wholePicture : zoomAt(before, doubleClickScale, { ...bounds, point }),
      ),
    reset: () => setZoom(wholePicture),
  };
}

function useSize(ref: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ widthPx: 0, heightPx: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setSize({ widthPx: element.clientWidth, heightPx: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
