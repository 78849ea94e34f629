import type { Services } from "./context.ts";

/** The parts an instance stands on, by the names operators know. */
const parts = ["PostgreSQL", "Redis", "storage"] as const;

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
  const answers = await Promise.allSettled([database.ping(), queues.ping(), storage.check()]);
  const missing = parts.filter((part, index) => {
    const answer = answers[index];
    if (answer?.status !== "rejected") return false;
    log.warn({ part, error: answer.reason }, "a part of the instance does not answer");
    return true;
  });
  return { ok: missing.length === 0, ready: !missing.includes("PostgreSQL"), missing };
}
