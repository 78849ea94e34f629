import { connectConsumer, connectProducer } from "./redis.ts";

const channel = "alcoves:news";

/**
 * Tells every process that something has news: a library, or an account whose sessions changed, each by its id. The news itself
 * stands in the database; a lost nudge only costs time.
 */
export interface Nudges {
  /** Best effort: never throws, never waits long. */
  send(ids: Iterable<string>): Promise<void>;
  /** @returns a function that ends the listening */
  listen(id: string, heard: () => void): () => void;
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
    subscriber.on("message", (_channel, id: string) => {
      for (const heard of listeners.get(id) ?? []) heard();
    });
    // Rejects only when the connection is closed for good; until then ioredis subscribes again after each loss.
    subscriber.subscribe(channel).catch(() => {});
  }

  return {
    async send(ids) {
      const sent = [...new Set(ids)].map((id) => publisher.publish(channel, id));
      await Promise.allSettled(sent);
    },
    listen(id, heard) {
      subscribe();
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(heard));
      return () => {
        own.delete(heard);
        if (own.size === 0) listeners.delete(id);
      };
    },
    async close() {
      publisher.disconnect();
      subscriber?.disconnect();
    },
  };
}
