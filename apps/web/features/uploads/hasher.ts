/** What the worker is asked. */
export interface HashQuestion {
  questionId: number;
  file: File;
}

/** What the worker answers; `sha256` is null when the file could not be hashed. */
export interface HashAnswer {
  questionId: number;
  sha256: string | null;
}

/** Hashes files in a worker, which starts with the first. @returns SHA-256 in lower-case hex, null when it cannot be told */
export function createHasher(): (file: File) => Promise<string | null> {
  const waiting = new Map<number, (sha256: string | null) => void>();
  let worker: Worker | null | undefined;
  let questions = 0;

  const giveUp = () => {
    worker?.terminate();
    worker = null;
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  };
  const start = (): Worker | null => {
    try {
      const started = new Worker(new URL("./hash.worker.ts", import.meta.url), { type: "module" });
      started.addEventListener("message", ({ data }: MessageEvent<HashAnswer>) => {
        waiting.get(data.questionId)?.(data.sha256);
        waiting.delete(data.questionId);
      });
      started.addEventListener("error", giveUp);
      return started;
    } catch {
      return null; // a browser without workers uploads everything
    }
  };

  return (file) => {
    worker = worker === undefined ? start() : worker;
    if (!worker) return Promise.resolve(null);
    const questionId = questions;
    questions += 1;
    const answered = new Promise<string | null>((resolve) => waiting.set(questionId, resolve));
    worker.postMessage({ questionId, file } satisfies HashQuestion);
    return answered;
  };
}
