import type { AppRouter } from "@alcoves/api";
import type { TRPCClient } from "@trpc/client";
import type { FileNews } from "./patch-pages.ts";

/** Events are gathered this long before their files are asked for, ms. */
const gatherMs = 100;

/** Wait before the server is asked again after it did not answer, ms. */
const askAgainMs = 3_000;

/** Files asked for in one request: their ids must fit into an address, of which the client sends at most 4,000 characters. */
const mostAtOnce = 80;

type Client = TRPCClient<AppRouter>;

/** One who wants to know of a library's files. */
export interface NewsListener {
  onNews(news: FileNews): void;
  /** The folders inside one are others now; null for the top of the library. */
  onFolders?(folderId: string | null): void;
  /** The moments of a file are others now, or how their clips stand is. */
  onMoments?(fileId: string): void;
  /** What is said of a file is something else now. */
  onComments?(fileId: string): void;
  /** What is said and heard in a file is known otherwise. */
  onTranscripts?(fileId: string): void;
  /** So much has changed at once that everything had better be loaded anew. */
  onLibrary?(): void;
  /** The library is closed to the reader from now on: signed out, or no member any more. */
  onRefused?(): void;
  /** Files whose work was not done when they were loaded: it may have ended before the stream began. */
  unsettledFileIds?(): string[];
}

/** The files of one library as they change. */
interface Feed {
  listeners: Set<NewsListener>;
  asked: Set<string>;
  timer: ReturnType<typeof setTimeout> | undefined;
  lastEventId: string | null;
  stop: () => void;
}

const feedsOf = new WeakMap<Client, Map<string, Feed>>();

/**
 * Tells how files of a library are now, whenever something happens to them. However many listen, a page holds one
 * event stream per library: a browser gives all streams and uploads of a site six connections (HTTP/1.1).
 * @returns a function that ends the listening
 */
export function followLibrary(client: Client, libraryId: string, listener: NewsListener): () => void {
  const feeds = feedsOf.get(client) ?? new Map<string, Feed>();
  feedsOf.set(client, feeds);
  const known = feeds.get(libraryId);
  const feed = known ?? newFeed();
  feeds.set(libraryId, feed);
  feed.listeners.add(listener);
  if (known) ask(client, libraryId, { feed, fileIds: listener.unsettledFileIds?.() ?? [] });
  else subscribe(client, libraryId, feed);
  return () => {
    feed.listeners.delete(listener);
    if (feed.listeners.size > 0) return;
    clearTimeout(feed.timer);
    feed.stop();
    feedsOf.get(client)?.delete(libraryId);
  };
}

/** Asks for the present state of a file that is followed, as when its upload just ended. */
export function askForFile(client: Client, libraryId: string, fileId: string): void {
  const feed = feedsOf.get(client)?.get(libraryId);
  if (feed) ask(client, libraryId, { feed, fileIds: [fileId] });
}

const newFeed = (): Feed => ({
  listeners: new Set(),
  asked: new Set(),
  timer: undefined,
  lastEventId: null,
  stop: () => {},
});

function subscribe(client: Client, libraryId: string, feed: Feed): void {
  let again: ReturnType<typeof setTimeout> | undefined;
  const subscription = client.events.follow.subscribe(
    { libraryId, lastEventId: feed.lastEventId },
    {
      onStarted: () => {
        const fileIds = [...feed.listeners].flatMap((listener) => listener.unsettledFileIds?.() ?? []);
        ask(client, libraryId, { feed, fileIds });
      },
      onData: ({ data }) => {
        feed.lastEventId = data.eventId;
        if (data.kind === "folders.changed") {
          for (const listener of feed.listeners) listener.onFolders?.(data.folderId);
        } else if (data.kind === "library.changed") {
          for (const listener of feed.listeners) listener.onLibrary?.();
        } else if (data.kind === "moments.changed") {
          for (const listener of feed.listeners) listener.onMoments?.(data.fileId);
        } else if (data.kind === "comments.changed") {
          for (const listener of feed.listeners) listener.onComments?.(data.fileId);
        } else if (data.kind === "transcripts.changed") {
          for (const listener of feed.listeners) listener.onTranscripts?.(data.fileId);
        } else ask(client, libraryId, { feed, fileIds: [data.fileId] });
      },
      // The stream goes on by itself after a lost connection; it ends for good only when it was refused.
      onError: ({ data }) => {
        if (data?.code === "UNAUTHORIZED" || data?.code === "NOT_FOUND") {
          for (const listener of feed.listeners) listener.onRefused?.();
          return;
        }
        again = setTimeout(() => subscribe(client, libraryId, feed), askAgainMs);
      },
    },
  );
  feed.stop = () => {
    clearTimeout(again);
    subscription.unsubscribe();
  };
}

function ask(
  client: Client,
  libraryId: string,
  { feed, fileIds }: { feed: Feed; fileIds: readonly string[] },
): void {
  if (fileIds.length === 0) return;
  for (const fileId of fileIds) feed.asked.add(fileId);
  feed.timer ??= setTimeout(() => void fetchAsked(client, libraryId, feed), gatherMs);
}

async function fetchAsked(client: Client, libraryId: string, feed: Feed): Promise<void> {
  const fileIds = [...feed.asked].slice(0, mostAtOnce);
  for (const fileId of fileIds) feed.asked.delete(fileId);
  let waitMs = gatherMs;
  try {
    const files = await client.files.some.query({ libraryId, fileIds });
    for (const listener of feed.listeners) listener.onNews({ fileIds, files });
  } catch {
    for (const fileId of fileIds) feed.asked.add(fileId);
    waitMs = askAgainMs;
  }
  const goOn = feed.asked.size > 0 && feed.listeners.size > 0;
  feed.timer = goOn ? setTimeout(() => void fetchAsked(client, libraryId, feed), waitMs) : undefined;
}
