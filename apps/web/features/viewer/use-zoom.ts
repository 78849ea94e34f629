"use client";

import {
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
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

/** How far a finger must go sideways to turn the page, px. */
const swipePx = 60;

/** What a picture's gestures do besides zooming. */
interface Gestures {
  onSwipe(direction: 1 | -1): void;
  onSwipeDown(): void;
}

/** Zooms and moves a picture by wheel, double click, drag and pinch, inside an element that it follows the size of. */
export function useZoom(ref: RefObject<HTMLElement | null>, picture: Size, gestures: Gestures) {
  const [stage, setStage] = useState<Size>({ widthPx: 0, heightPx: 0 });
  const [zoom, setZoom] = useState<Zoom>(wholePicture);
  const pointers = useRef(new Map<number, Point>());
  const start = useRef<Point | null>(null);
  const fit = stage.widthPx > 0 ? fitSize(picture, stage) : stage;

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setStage({ widthPx: element.clientWidth, heightPx: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);

  const fromMiddle = useCallback(
    ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
      const box = ref.current?.getBoundingClientRect();
      if (!box) return { xPx: 0, yPx: 0 };
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
      const point = fromMiddle(event);
      setZoom((before) =>
        zoomAt(before, wheelFactor(event.deltaY), { stage, fit: fitSize(picture, stage), point }),
      );
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [ref, stage, picture, fromMiddle]);

  const toggle = (event: { clientX: number; clientY: number }) => {
    const point = fromMiddle(event);
    setZoom((before) =>
      before.scale > 1 ? wholePicture : zoomAt(before, doubleClickScale, { stage, fit, point }),
    );
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    ref.current?.setPointerCapture(event.pointerId);
    pointers.current.set(event.pointerId, fromMiddle(event));
    start.current = pointers.current.size === 1 ? fromMiddle(event) : null;
  };

  const onPointerMove = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId);
    if (!before) return;
    const now = fromMiddle(event);
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, now);
    if (other) {
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      const point = { xPx: (now.xPx + other.xPx) / 2, yPx: (now.yPx + other.yPx) / 2 };
      setZoom((zoomed) => zoomAt(zoomed, factor, { stage, fit, point }));
    } else {
      const by = { xPx: now.xPx - before.xPx, yPx: now.yPx - before.yPx };
      setZoom((zoomed) => panBy(zoomed, by, { stage, fit }));
    }
  };

  const onPointerUp = (event: PointerEvent) => {
    const from = start.current;
    pointers.current.delete(event.pointerId);
    start.current = null;
    if (!from || zoom.scale > 1 || event.pointerType === "mouse") return;
    const by = { xPx: fromMiddle(event).xPx - from.xPx, yPx: fromMiddle(event).yPx - from.yPx };
    if (Math.abs(by.xPx) > swipePx && Math.abs(by.xPx) > Math.abs(by.yPx) * 1.5)
      gestures.onSwipe(by.xPx < 0 ? 1 : -1);
    else if (by.yPx > swipePx * 1.5 && by.yPx > Math.abs(by.xPx) * 1.5) gestures.onSwipeDown();
  };

  const zoomBy = (factor: number) =>
    setZoom((before) => zoomAt(before, factor, { stage, fit, point: { xPx: 0, yPx: 0 } }));

  return {
    zoom,
    fit,
    zoomBy,
    reset: () => setZoom(wholePicture),
    handlers: {
      onDoubleClick: toggle,
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: onPointerUp,
    },
  };
}

const distance = (a: Point, b: Point) => Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);
