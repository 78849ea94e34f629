import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Transaction } from "../transaction.ts";

const quotaStatement = {
  name: "library-quota",
  text: "SELECT quota_bytes IS NOT NULL AS limited FROM libraries WHERE id = $1",
};

/**
 * Asked before a transaction that would have to `requireRoom`: where nothing is counted, nobody has to wait for a count, and files of a
 * folder come in by the thousand.
 * @returns whether what a library may hold is limited at this moment
 */
export async function hasQuota({ sql, access }: LibraryContext): Promise<boolean> {
  const [library] = await sql.read<{ limited: boolean }>(quotaStatement, [access.libraryId]);
  return library?.limited ?? false;
}

/**
 * Keeps a library within its quota. It is asked behind a lock on the library, so that two uploads of which one alone has room do
 * not both get in.
 * @param wanted.sizeBytes of what is to come in
 * @param wanted.beside what is counted beside the originals, those in the trash included: uploads that have begun, or nothing
 * @throws TOO_LARGE when there is no room for it
 */
export async function requireRoom(
  { db, access: { libraryId } }: Transaction<LibraryContext>,
  wanted: { sizeBytes: bigint; beside: "begun uploads" | "nothing" },
): Promise<void> {
  // The sums come after the lock, in a statement of their own: so they see what whoever held it has written.
  const [library] = await db.$queryRaw<{ quotaBytes: bigint | null }[]>`
    SELECT quota_bytes AS "quotaBytes" FROM libraries WHERE id = ${libraryId}::uuid FOR NO KEY UPDATE`;
  const [taken] = await db.$queryRaw<{ files: bigint; begun: bigint }[]>`
    SELECT (SELECT coalesce(sum(size_bytes), 0)::bigint FROM files WHERE library_id = ${libraryId}::uuid) AS files,
           (SELECT coalesce(sum(size_bytes), 0)::bigint FROM uploads
            WHERE library_id = ${libraryId}::uuid AND finished_at IS NULL) AS begun`;
  if (!library || !taken || library.quotaBytes === null) return;
  const counted = taken.files + (wanted.beside === "begun uploads" ? taken.begun : 0n);
  if (counted + wanted.sizeBytes <= library.quotaBytes) return;
  throw new DomainError(
    "TOO_LARGE",
    "This library has no room for this file. Delete something for good, or ask its admins for a higher storage limit.",
  );
}
