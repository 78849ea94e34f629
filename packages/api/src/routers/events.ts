import { followLibrary } from "@alcoves/core/events";
import { FollowLibrary } from "@alcoves/core/events/schema";
import { tracked } from "@trpc/server";
import { toTrpcError } from "../domain-errors.ts";
import { libraryProcedure, router } from "../trpc.ts";

export const eventsRouter = router({
  /** Server-sent events; a client that comes back with the last id it saw gets what it missed. */
  follow: libraryProcedure("see the library", FollowLibrary).subscription(async function* ({
    ctx,
    input,
    signal,
  }) {
    try {
      for await (const event of followLibrary(ctx.core, input, {
        signal: signal ?? new AbortController().signal,
      })) {
        yield tracked(event.eventId, event);
      }
    } catch (error) {
      // What a generator throws after its start passes by the middleware, so it is mapped here.
      throw toTrpcError(error);
    }
  }),
});
