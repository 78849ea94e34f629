/** The name under which a page holds its lock while it lives. */
const lockPrefix = "alcoves-uploads:";

/** A page that is open now, told apart from all others of this browser. */
export interface OpenPage {
  pageId: string;
  /** Ids of the pages open now. Knows only this one where the browser has no locks (plain HTTP). */
  livePages(): Promise<Set<string>>;
  /** Gives the page's uploads up. */
  close(): void;
}

/** Holds a lock for as long as this page lives: a reload or crash lets it go (Web Locks). */
export async function openPage(): Promise<OpenPage> {
  const pageId = randomId();
  if (!("locks" in navigator)) {
    return { pageId, livePages: async () => new Set([pageId]), close: () => undefined };
  }
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  await new Promise<void>((held) => {
    void navigator.locks.request(lockPrefix + pageId, () => {
      held();
      return closed;
    });
  });
  const livePages = async () => {
    const { held = [] } = await navigator.locks.query();
    return new Set(
      held.flatMap(({ name }) => (name?.startsWith(lockPrefix) ? [name.slice(lockPrefix.length)] : [])),
    );
  };
  return { pageId, livePages, close };
}

/** 128 random bits as hex; `crypto.randomUUID` is missing on plain HTTP. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
