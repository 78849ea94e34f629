import { enterLibrary, requireAccount } from "../access/index.ts";
import { requireStillIn } from "../accounts/index.ts";
import type { Context } from "../context.ts";
import { latestPlace, readEvents } from "./read.ts";
import type { FollowLibrary, LibraryEvent } from "./schema.ts";

/** A reader looks by itself this often, in case a nudge was lost; it is also how long a removed member may still listen. */
const defaultLookEveryMs = 10_000;

/** An event that an older transaction holds back is looked for again this soon: its own nudge has already come. */
const heldBackMs = 100;

/**
 * Yields what happens in a library from `lastEventId` on, until `signal` aborts. Identity and access are decided anew at every look,
 * and a change of either is a reason to look.
 * @throws NOT_FOUND once the principal is no member of the library any more, UNAUTHENTICATED once it is signed out
 */
export async function* followLibrary(
  ctx: Context,
  { libraryId, lastEventId }: FollowLibrary,
  { signal, lookEveryMs = defaultLookEveryMs }: { signal: AbortSignal; lookEveryMs?: number },
): AsyncGenerator<LibraryEvent, void, undefined> {
  const inside = await enterLibrary(ctx, libraryId, "see the library");
  let place = lastEventId ?? (await latestPlace(inside));
  const news = newsOf(ctx, [libraryId, requireAccount(ctx).userId], signal);
  try {
    while (!signal.aborted) {
      const { events, heldBack } = await readEvents(inside, place);
      // Asked after reading: what happened once they were out is not told, however close the two come.
      await requireStillIn(ctx);
      await enterLibrary(ctx, libraryId, "see the library");
      for (const event of events) {
        yield event;
        place = event.eventId;
      }
      if (events.length === 0) await news.wait(heldBack ? heldBackMs : lookEveryMs);
    }
  } finally {
    news.close();
  }
}

/** Remembers a nudge that comes between two looks, so that none is slept through. */
function newsOf(ctx: Context, ids: string[], signal: AbortSignal) {
  let heard = false;
  let wake = () => {};
  const ring = () => {
    heard = true;
    wake();
  };
  const stops = ids.map((id) => ctx.services.nudges.listen(id, ring));
  signal.addEventListener("abort", ring);
  return {
    async wait(atMostMs: number) {
      if (!heard) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, atMostMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      heard = false;
    },
    close() {
      for (const stop of stops) stop();
      signal.removeEventListener("abort", ring);
    },
  };
}
