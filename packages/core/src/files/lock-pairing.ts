import type { Context } from "../context.ts";
import type { Transaction } from "../transaction.ts";

/** A folder of a library, or its top. */
export interface Place {
  libraryId: string;
  folderId: string | null;
}

/**
 * Makes those who pair files of one place by one mark go one after the other, until the running transaction ends: each then
 * sees what the one before it wrote, so that two who come together cannot miss each other.
 */
export async function lockPairing(
  ctx: Transaction<Context>,
  { libraryId, folderId }: Place,
  mark: string,
): Promise<void> {
  const key = `companions/${libraryId}/${folderId ?? ""}/${mark}`;
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}
