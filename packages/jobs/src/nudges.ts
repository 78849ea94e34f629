import { connectConsumer, connectProducer } from "./redis.ts";

const channel = "alcoves:library-changed";

/** Tells every process that a library has news. The news itself stands in the database; a lost nudge only costs time. */
export interface Nudges {
  /** Best effort: never throws, never waits long. */
  send(libraryIds: Iterable<string>): Promise<void>;
  /** @returns a function that ends the listening */
  listen(libraryId: string, heard: () => void): () => void;
  close(): Promise<void>;
}

/** Nudges over Redis pub/sub: one subscription a process, opened by the first listener. */
export function createNudges(redisUrl: string): Nudges {
  const publisher = connectProducer(redisUrl);
  const listeners = new Map<string, Set<() => void>>();
  let subscriber: ReturnType<typeof connectConsumer> | undefined;

  function subscribe() {
    if (subscriber) return;
    subscriber = connectConsumer(redisUrl);
    subscriber.on("message", (_channel, libraryId: string) => {
      for (const heard of listeners.get(libraryId) ?? []) heard();
    });
    // Rejects only when the connection is closed for good; until then ioredis subscribes again after each loss.
    subscriber.subscribe(channel).catch(() => {});
  }

  return {
    async send(libraryIds) {
      const sent = [...new Set(libraryIds)].map((libraryId) => publisher.publish(channel, libraryId));
      await Promise.allSettled(sent);
    },
    listen(libraryId, heard) {
      subscribe();
      const own = listeners.get(libraryId) ?? new Set();
      listeners.set(libraryId, own.add(heard));
      return () => {
        own.delete(heard);
        if (own.size === 0) listeners.delete(libraryId);
      };
    },
    async close() {
      publisher.disconnect();
      subscriber?.disconnect();
    },
  };
}
