/** Why sending failed: no answer at all (`status` 0), or an answer of the server. */
export interface Failure {
  /** HTTP status, 0 when no answer came. */
  status: number;
  body: string;
}

/** What to do about a failure: try again for ever, try again a few times, or tell the person. */
export type Verdict = { kind: "offline" } | { kind: "again" } | { kind: "final"; sentence: string | null };

/** Answers of a server that starts, or of a proxy in front of one that is away. */
const awayStatuses = new Set([0, 502, 503, 504]);

/** Timeout, a chunk that overlaps another (tus 1.0: 409, 423), too many requests, and the unknown. */
const passingStatuses = new Set([408, 409, 423, 425, 429, 500]);

/** Decides what a failure of an upload means. `sentence` is the server's own, null when it has none for a person. */
export function judgeFailure({ status, body }: Failure): Verdict {
  if (awayStatuses.has(status)) return { kind: "offline" };
  if (passingStatuses.has(status)) return { kind: "again" };
  return { kind: "final", sentence: sentenceIn(body) };
}

/** Finds the sentence in an error body: `{ "message": … }`, `{ "error": { "message": … } }` or plain text. */
export function sentenceIn(body: string): string | null {
  const text = body.trim();
  if (text === "" || text.startsWith("<")) return null;
  try {
    return messageOf(JSON.parse(text));
  } catch {
    return text.length <= 300 ? text : null;
  }
}

function messageOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  if ("message" in value && typeof value.message === "string") return value.message;
  if ("error" in value) return typeof value.error === "string" ? value.error : messageOf(value.error);
  return null;
}

/** @returns ms to wait before attempt number `attempt` (0 is the first again), growing to 10 s */
export function retryDelayMs(attempt: number): number {
  return Math.min(10_000, 500 * 2 ** Math.min(attempt, 10));
}
