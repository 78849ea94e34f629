"use client";

import { decodeWaveform, type Waveform as WaveformOfSound } from "@alcoves/core/waveforms/schema";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { waveformColumns } from "./waveform-columns.ts";

const barPx = 2;
const gapPx = 1;

/** @returns the peaks of a sound; null while they load, and where there are none */
export function usePeaks(url: string | null): Uint16Array | null {
  return useWaveform(url)?.peaks ?? null;
}

/** As `usePeaks`, with how many there are of a second. */
export function useWaveform(url: string | null): WaveformOfSound | null {
  const { data } = useQuery({
    queryKey: ["waveform", url],
    enabled: url !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const answer = await fetch(url ?? "", { signal });
      if (!answer.ok) return null;
      return decodeWaveform(new Uint8Array(await answer.arrayBuffer()));
    },
  });
  return data ?? null;
}

/** Peaks as bars; those that were played are in the accent. `share` is how much was played, 0–1. */
export function Waveform({ peaks, share }: { peaks: Uint16Array; share: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ widthPx: 0, heightPx: 0 });

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setSize({ widthPx: element.clientWidth, heightPx: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext("2d");
    const { widthPx, heightPx } = size;
    if (!element || !pen || widthPx === 0) return;
    const scale = window.devicePixelRatio;
    element.width = widthPx * scale;
    element.height = heightPx * scale;
    pen.scale(scale, scale);
    const accent = getComputedStyle(element).getPropertyValue("--accent");
    const heights = waveformColumns(peaks, Math.floor(widthPx / (barPx + gapPx)));
    for (const [column, height] of heights.entries()) {
      const bar = Math.max(2, height * heightPx);
      pen.fillStyle = column / heights.length < share ? accent : "rgb(255 255 255 / 0.35)";
      pen.fillRect(column * (barPx + gapPx), (heightPx - bar) / 2, barPx, bar);
    }
  }, [peaks, share, size]);

  return (
    <span aria-hidden="true" className="pointer-events-none absolute inset-0">
      <canvas ref={canvas} className="size-full" />
    </span>
  );
}
