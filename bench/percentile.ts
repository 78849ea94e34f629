/** The value that 95 of 100 measurements do not exceed (nearest rank). */
export function p95(measured: readonly number[]): number {
  const sorted = [...measured].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}

/** Asks one after another and measures each answer to its last byte, ms. @throws when an answer is no success */
export async function answerTimes(
  requests: number,
  ask: (request: number) => Promise<Response>,
): Promise<number[]> {
  const times: number[] = [];
  for (let request = 0; request < requests; request += 1) {
    const startedAt = performance.now();
    const answer = await ask(request);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
    times.push(performance.now() - startedAt);
  }
  return times;
}
