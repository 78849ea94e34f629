import type { AppRouter } from "@alcoves/api";
import type { Moment } from "@alcoves/core/moments/schema";
import type { TRPCClient } from "@trpc/client";

type Client = TRPCClient<AppRouter>;

/** Moments asked for in one request: their ids must fit into an address, of which the client sends at most 4,000 characters. */
const mostAtOnce = 80;
/** Pause between two looks, ms. */
const lookEveryMs = 1_500;

/** What is waited for. */
interface Waiting {
  libraryId: string;
  momentIds: readonly string[];
  signal: AbortSignal;
  /** @param done how many of them are settled */
  onProgress(done: number): void;
}

/**
 * Asks for the clips of moments, and waits until each is there or has failed.
 * @returns the moments that are left, by then; an empty list when it was stopped
 * @throws what the server refuses, with a sentence for a person
 */
export async function waitForClips(client: Client, waiting: Waiting): Promise<Moment[]> {
  const { libraryId, momentIds, signal, onProgress } = waiting;
  let moments = await client.moments.export.mutate({ libraryId, momentIds: [...momentIds] });
  while (!signal.aborted) {
    const done = moments.filter(isSettled).length;
    if (done === moments.length) return moments;
    onProgress(done);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    if (!signal.aborted) moments = await look(client, waiting);
  }
  return [];
}

async function look(client: Client, { libraryId, momentIds }: Waiting): Promise<Moment[]> {
  const found: Moment[] = [];
  for (let at = 0; at < momentIds.length; at += mostAtOnce) {
    const some = momentIds.slice(at, at + mostAtOnce);
    found.push(...(await client.moments.some.query({ libraryId, momentIds: some })));
  }
  return found;
}

function isSettled({ export: { status } }: Moment): boolean {
  return status === "ready" || status === "failed";
}
