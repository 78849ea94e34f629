import type { Server, ServerResponse } from "node:http";

/** How long answers that are under way may still take. */
export const graceMs = 10_000;

/**
 * Remembers the answers that are under way, to end a server in order: it takes no more requests, ends event streams at
 * once (their clients come back by themselves), lets other answers finish for 10 s, then cuts what is left.
 * @returns the function that closes
 */
export function closingInOrder(server: Server): () => Promise<void> {
  const underWay = new Set<ServerResponse>();
  server.on("request", (_request, response) => {
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
  });
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const response of underWay) if (isEventStream(response)) response.destroy();
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(cut);
  };
}

function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");
}

/** Runs `close` once, on the first SIGTERM or SIGINT, and then leaves; a second signal leaves at once. */
export function onceStopped(close: () => Promise<void>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
