"use client";

import { type PointerEvent, useRef } from "react";
import { laneUnder, rulerPx } from "./draw-timeline.ts";
import { type BarHit, hitBar, type MomentBar } from "./moment-bars.ts";
import { markerUnder, type TimelineMarker } from "./timeline-markers.ts";
import { msAt } from "./timeline-view.ts";
import type { Timeline } from "./use-timeline.ts";

/** What pointers act on. */
interface PointerOptions {
  timeline: Timeline;
  bars: readonly MomentBar[];
  lanes: number;
  selectedId: string | null;
  markers: readonly TimelineMarker[];
  onMarker(id: string): void;
  mayMove(momentId: string): boolean;
  onSeek(ms: number): void;
  onSelect(momentId: string | null): void;
  /** @param drag.ms where the edge, or the beginning of the whole, is to be */
  onDrag(drag: { hit: BarHit; ms: number; dragId: number }): void;
  /** @param hint what lies under the pointer; empty for nothing that has one */
  onCursor(cursor: string, hint: string): void;
}

/** What a pressed pointer does. */
type Press =
  | { kind: "seek" }
  | { kind: "pan"; startX: number; lastX: number; hasMoved: boolean }
  | { kind: "drag"; hit: BarHit; offsetMs: number; dragId: number; startX: number; hasMoved: boolean };

/** Moved less than this, a press is a click, px. */
const clickPx = 4;

/** Mouse, pen and fingers on the timeline: bars are moved and trimmed, elsewhere one seeks; a finger pans, two zoom. */
export function useTimelinePointer(options: PointerOptions) {
  const press = useRef<Press | null>(null);
  const fingers = useRef(new Map<number, number>());
  const drags = useRef(0);
  const { timeline, bars, lanes, selectedId } = options;
  const { view, heightPx } = timeline;

  const at = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { px: event.clientX - left, y: event.clientY - top };
  };
  const hitAt = (event: PointerEvent<HTMLElement>): BarHit | null => {
    const { px, y } = at(event);
    if (y < rulerPx) return null;
    const lane = laneUnder(y, { lanes, heightPx });
    return hitBar(bars, view, { px, lane, selectedId, isCoarse: event.pointerType === "touch" });
  };
  const markerAt = (event: PointerEvent<HTMLElement>) =>
    markerUnder(options.markers, view, { ...at(event), isCoarse: event.pointerType === "touch" });
  const seekTo = (event: PointerEvent<HTMLElement>) =>
    options.onSeek(Math.max(0, Math.min(timeline.bounds.durationMs, msAt(view, at(event).px))));

  const begin = (event: PointerEvent<HTMLElement>): Press | null => {
    const marker = markerAt(event);
    if (marker) {
      options.onMarker(marker.id);
      return null;
    }
    const hit = hitAt(event);
    const startX = event.clientX;
    if (hit) {
      options.onSelect(hit.momentId);
      const bar = bars.find(({ momentId }) => momentId === hit.momentId);
      const placeMs = (hit.part === "end" ? bar?.endMs : bar?.startMs) ?? 0;
      drags.current += 1;
      const offsetMs = msAt(view, at(event).px) - placeMs;
      if (options.mayMove(hit.momentId))
        return { kind: "drag", hit, offsetMs, dragId: drags.current, startX, hasMoved: false };
    }
    if (event.pointerType === "touch") return { kind: "pan", startX, lastX: startX, hasMoved: false };
    seekTo(event);
    return { kind: "seek" };
  };

  const pinch = (event: PointerEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const spread = () => {
      const [a = 0, b = 0] = [...fingers.current.values()];
      return { distance: Math.max(20, Math.abs(a - b)), middlePx: (a + b) / 2 - left };
    };
    const before = spread();
    fingers.current.set(event.pointerId, event.clientX);
    const now = spread();
    timeline.zoom(now.distance / before.distance, now.middlePx);
    timeline.scroll(before.middlePx - now.middlePx);
  };

  const move = (event: PointerEvent<HTMLElement>, own: Press) => {
    if (own.kind === "seek") return seekTo(event);
    const hasMoved = own.hasMoved || Math.abs(event.clientX - own.startX) >= clickPx;
    if (!hasMoved) return;
    own.hasMoved = true;
    if (own.kind === "drag") {
      const ms = msAt(view, at(event).px) - own.offsetMs;
      return options.onDrag({ hit: own.hit, ms, dragId: own.dragId });
    }
    timeline.scroll(own.lastX - event.clientX);
    own.lastX = event.clientX;
  };

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      if (event.pointerType === "touch") fingers.current.set(event.pointerId, event.clientX);
      press.current = fingers.current.size > 1 ? null : begin(event);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (fingers.current.size > 1 && fingers.current.has(event.pointerId)) return pinch(event);
      if (press.current) return move(event, press.current);
      if (event.pointerType !== "mouse") return;
      const marker = markerAt(event);
      if (marker) return options.onCursor("pointer", marker.hint);
      const hit = hitAt(event);
      options.onCursor(!hit ? "text" : hit.part === "body" ? "grab" : "ew-resize", "");
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const own = press.current;
      press.current = null;
      fingers.current.delete(event.pointerId);
      if (!own || own.kind === "seek" || own.hasMoved) return;
      seekTo(event);
      if (own.kind === "pan") options.onSelect(null);
    },
    onPointerCancel(event: PointerEvent<HTMLElement>) {
      press.current = null;
      fingers.current.delete(event.pointerId);
    },
  };
}
