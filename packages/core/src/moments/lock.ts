import type { LibraryContext } from "../context.ts";
import type { Transaction } from "../transaction.ts";

/** Makes those who change moments of a file go one at a time, until the running transaction ends. */
export async function lockMoments({ db }: Transaction<LibraryContext>, fileId: string): Promise<void> {
  const key = `moments/${fileId}`;
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}
