import type { Context } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import type { EventKind } from "./schema.ts";

/** Tells listeners of a library, once the running transaction has committed, what became of a file. */
export async function recordEvent(
  ctx: Transaction<Context>,
  event: { libraryId: string; kind: EventKind; fileId: string },
): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO events (library_id, kind, file_id)
    VALUES (${event.libraryId}::uuid, ${event.kind}, ${event.fileId}::uuid)`;
  ctx.afterCommit.news.add(event.libraryId);
}
