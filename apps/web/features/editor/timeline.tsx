"use client";

import type { Waveform } from "@alcoves/core/waveforms/schema";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import {
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { drawTimeline, type TimelineColors } from "./draw-timeline.ts";
import { formatTime } from "./format-time.ts";
import { type BarHit, layOutBars } from "./moment-bars.ts";
import type { Wanted } from "./moment-drafts.ts";
import { PeakLevels } from "./peak-levels.ts";
import type { TimelineMarker } from "./timeline-markers.ts";
import { pxAt, zoomOf } from "./timeline-view.ts";
import { usePlayhead } from "./use-playhead.ts";
import { type Timeline as TimelineState, useTimeline } from "./use-timeline.ts";
import { useTimelinePointer } from "./use-timeline-pointer.ts";

/** What keys do to the timeline. */
export interface TimelineHandle extends Pick<TimelineState, "fit" | "centre" | "page"> {
  /** Around the playhead where it is in view, else around the middle. */
  zoom(factor: number): void;
}

/** What the timeline takes. */
interface TimelineProps {
  media: RefObject<HTMLVideoElement | null>;
  /** The source that plays; another has an element of its own. */
  source: string | undefined;
  durationMs: number;
  waveform: Waveform | null;
  wanted: Wanted;
  unsaved: ReadonlySet<string>;
  selectedId: string | null;
  markMs: number | null;
  /** Dots on the ruler, by time. */
  markers: readonly TimelineMarker[];
  /** The dot that is selected; null for none. */
  markedId: string | null;
  /** What a highlight found, and its colour in CSS. */
  matches: readonly { startMs: number; endMs: number }[];
  matchColor: string;
  mayMove(momentId: string): boolean;
  onSeek(ms: number): void;
  onSelect(momentId: string | null): void;
  onMarker(id: string): void;
  /** @param drag.reachMs how near a place has to be to draw what is dragged */
  onDrag(drag: { hit: BarHit; ms: number; dragId: number; reachMs: number }): void;
  handle: Ref<TimelineHandle>;
}

/** How near a place draws what is dragged, px. */
const snapPx = 8;
/** Wheels tell pixels; so many double the size. */
const wheelPx = 300;

/** The recording from left to right: its sound, its moments, and where it plays. Only what is in view is drawn. */
export function Timeline(props: TimelineProps) {
  const { media, source, durationMs, waveform, wanted, unsaved, selectedId, markMs, handle } = props;
  const { markers, markedId, matches, matchColor } = props;
  const t = useTranslations("editor");
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const playhead = useRef<HTMLDivElement>(null);
  const playheadMs = useRef(0);
  const { resolvedTheme } = useTheme();
  const timeline = useTimeline(box, durationMs);
  const { view, bounds, heightPx } = timeline;
  const { widthPx } = bounds;
  const { bars, lanes } = useMemo(() => layOutBars(wanted), [wanted]);
  const levels = useMemo(
    () => waveform && new PeakLevels(waveform.peaks, waveform.peaksPerSecond),
    [waveform],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours.
  useLayoutEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext("2d");
    if (!element || !pen || widthPx === 0) return;
    const scale = window.devicePixelRatio;
    const [width, height] = [Math.round(widthPx * scale), Math.round(heightPx * scale)];
    if (element.width !== width || element.height !== height) {
      element.width = width;
      element.height = height;
    }
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    const colors = colorsOf(element);
    drawTimeline(pen, {
      ...{ widthPx, heightPx, view, durationMs, levels, bars, lanes, selectedId, unsaved, markMs, colors },
      ...{ matches, matchColor, markers, markedId },
    });
  }, [
    widthPx,
    heightPx,
    view,
    durationMs,
    levels,
    bars,
    lanes,
    selectedId,
    unsaved,
    markMs,
    matches,
    matchColor,
    markers,
    markedId,
    resolvedTheme,
  ]);

  const placePlayhead = () => {
    const element = playhead.current;
    if (!element) return;
    const px = pxAt(view, playheadMs.current);
    element.style.transform = `translateX(${px}px)`;
    element.style.visibility = px >= 0 && px <= widthPx ? "visible" : "hidden";
    element.setAttribute("aria-valuenow", String(Math.round(playheadMs.current)));
    element.setAttribute("aria-valuetext", formatTime(playheadMs.current));
  };
  useLayoutEffect(placePlayhead);
  usePlayhead(media, {
    source,
    onMove(ms, isPlaying) {
      playheadMs.current = ms;
      placePlayhead();
      if (isPlaying) timeline.follow(ms);
    },
  });

  useImperativeHandle(handle, () => ({
    ...timeline,
    zoom(factor) {
      const px = pxAt(view, playheadMs.current);
      timeline.zoom(factor, px >= 0 && px <= widthPx ? px : widthPx / 2);
    },
  }));

  const pointer = useTimelinePointer({
    ...{ timeline, bars, lanes, selectedId, markers },
    onMarker: props.onMarker,
    mayMove: props.mayMove,
    onSeek: props.onSeek,
    onSelect: props.onSelect,
    onDrag: (drag) => props.onDrag({ ...drag, reachMs: snapPx * view.msPerPx }),
    onCursor(cursor, hint) {
      if (!box.current) return;
      box.current.style.cursor = cursor;
      box.current.title = hint;
    },
  });

  const { zoom, scroll } = timeline;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // React's own wheel listener is passive: the page would zoom with it.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
      if (isSideways) scroll(event.deltaX || event.deltaY);
      else zoom(2 ** (-event.deltaY / wheelPx), event.clientX - element.getBoundingClientRect().left);
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [zoom, scroll]);

  return (
    <div
      ref={box}
      {...pointer}
      data-testid="timeline"
      data-start-ms={Math.round(view.startMs)}
      data-ms-per-px={view.msPerPx}
      data-zoom={zoomOf(view, bounds).toFixed(2)}
      className="relative h-full touch-none select-none overflow-hidden"
    >
      <span aria-hidden="true" className="pointer-events-none absolute inset-0">
        <canvas ref={canvas} className="size-full" />
      </span>
      <div
        ref={playhead}
        role="slider"
        tabIndex={0}
        aria-label={t("playhead")}
        aria-valuemin={0}
        aria-valuemax={Math.round(durationMs)}
        aria-valuenow={0}
        className="group pointer-events-none absolute inset-y-0 -left-px w-0.5 bg-accent outline-none focus-visible:w-1"
      >
        <span className="absolute top-[18px] -left-[5px] size-3 rotate-45 rounded-[2px] bg-accent group-focus-visible:outline-2 group-focus-visible:outline-text" />
      </div>
    </div>
  );
}

/** The colours of the theme, which a canvas has to be told. */
function colorsOf(element: Element): TimelineColors {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const accent = of("accent");
  return {
    text: of("text"),
    muted: of("muted"),
    background: of("background"),
    line: of("line"),
    accent,
    wave: `color-mix(in srgb, ${of("muted")} 62%, ${of("background")})`,
    bar: `color-mix(in srgb, ${accent} 16%, transparent)`,
    barSelected: `color-mix(in srgb, ${accent} 32%, transparent)`,
  };
}
