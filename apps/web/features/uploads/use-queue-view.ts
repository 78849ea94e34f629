"use client";

import { useEffect, useState } from "react";
import { type QueueSummary, summarise, type UploadQueue } from "./queue.ts";
import { addSample, type SpeedSample, secondsLeft, speedOf } from "./speed-meter.ts";
import type { UploadEngine } from "./upload-engine.ts";

/** The panel draws the queue this often at most, ms. */
const drawEveryMs = 200;

/** What the panel shows. */
export interface QueueView {
  queue: UploadQueue;
  summary: QueueSummary;
  bytesPerSecond: number;
  /** Null while it cannot be said. */
  secondsLeft: number | null;
}

/** The queue as it is a few times a second, with its speed: bytes come far more often than anyone can read. */
export function useQueueView(engine: UploadEngine): QueueView {
  const [view, setView] = useState(() => viewOf(engine.store.getState().queue, []));
  useEffect(() => {
    let samples: SpeedSample[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      timer = undefined;
      const { queue } = engine.store.getState();
      samples = addSample(samples, { atMs: performance.now(), sentBytes: queue.sentBytes });
      setView(viewOf(queue, samples));
    };
    draw();
    const unsubscribe = engine.store.subscribe(() => {
      timer ??= setTimeout(draw, drawEveryMs);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [engine]);
  return view;
}

function viewOf(queue: UploadQueue, samples: readonly SpeedSample[]): QueueView {
  const summary = summarise(queue);
  return {
    queue,
    summary,
    bytesPerSecond: speedOf(samples),
    secondsLeft: secondsLeft(samples, summary.leftBytes),
  };
}
