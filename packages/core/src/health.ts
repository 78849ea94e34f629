import { setTimeout } from "node:timers/promises";
import type { Services } from "./context.ts";

/** The parts an instance stands on, by the names operators know. */
const parts = ["PostgreSQL", "Redis", "storage"] as const;

/** A part that takes longer than this to show a sign of life is of no use to whoever asks. */
const answerWithinMs = 5_000;

/** What answers and what does not. Without PostgreSQL nothing works; without the others much still does. */
export interface Health {
  /** True when nothing is missing. */
  ok: boolean;
  /** True when requests can be served at all. */
  ready: boolean;
  missing: (typeof parts)[number][];
}

/** Asks every part for a sign of life. Never throws. */
export async function checkHealth({ database, queues, storage, log }: Services): Promise<Health> {
  const answers = await Promise.allSettled([database.ping(), queues.ping(), storage.check()].map(inTime));
  const missing = parts.filter((part, index) => {
    const answer = answers[index];
    if (answer?.status !== "rejected") return false;
    log.warn({ part, error: answer.reason }, "a part of the instance does not answer");
    return true;
  });
  return { ok: missing.length === 0, ready: !missing.includes("PostgreSQL"), missing };
}

async function inTime(answer: Promise<unknown>): Promise<void> {
  const abort = new AbortController();
  const late = setTimeout(answerWithinMs, undefined, { signal: abort.signal }).then(() => {
    throw new Error(`No answer came within ${answerWithinMs} ms.`);
  });
  try {
    await Promise.race([answer, late]);
  } finally {
    abort.abort();
  }
}
