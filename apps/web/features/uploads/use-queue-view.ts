"use client";

import { useEffect, useState } from "react";
import { type QueueSummary, summarise } from "./queue-summary.ts";
import { addSample, type SpeedSample, secondsLeft, speedOf } from "./speed-meter.ts";
import type { UploadEngine } from "./upload-engine.ts";

/** The panel draws the queue this often at most, ms. */
const drawEveryMs = 200;

/** What the panel shows. */
export interface QueueView {
  /** Moves with each drawing. */
  revision: number;
  summary: QueueSummary;
  bytesPerSecond: number;
  /** Null while it cannot be said. */
  secondsLeft: number | null;
}

/** The queue as it is a few times a second, with its speed: bytes come far more often than anyone can read. */
export function useQueueView(engine: UploadEngine): QueueView {
  const [view, setView] = useState(() => viewOf(engine, []));
  useEffect(() => {
    let samples: SpeedSample[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      timer = undefined;
      const { sentBytes } = summarise(engine.queue);
      samples = addSample(samples, { atMs: performance.now(), sentBytes });
      setView(viewOf(engine, samples));
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

function viewOf({ queue, store }: UploadEngine, samples: readonly SpeedSample[]): QueueView {
  const summary = summarise(queue);
  return {
    revision: store.getState().revision,
    summary,
    bytesPerSecond: speedOf(samples),
    secondsLeft: secondsLeft(samples, summary.leftBytes),
  };
}
