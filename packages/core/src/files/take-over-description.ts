import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Transaction } from "../transaction.ts";

/**
 * Gives a file without a description that of the first of others that has one. Whoever calls holds the files.
 * @returns what was written; null when it shows one already, when a member hid it, and when no other has any
 */
export async function takeOverDescription(
  { db }: Transaction<LibraryContext>,
  { fileId, fromIds }: { fileId: string; fromIds: readonly string[] },
): Promise<string | null> {
  const [written] = await db.$queryRaw<{ description: string }[]>`
    UPDATE files f SET written_description = o.description, updated_at = now()
    FROM (
      SELECT coalesce(written_description, description) AS description FROM files
      WHERE id = ANY(${fromIds}::uuid[]) AND coalesce(written_description, description, '') <> ''
      ORDER BY id LIMIT 1
    ) o
    WHERE f.id = ${fileId}::uuid AND f.written_description IS NULL AND coalesce(f.description, '') = ''
    RETURNING f.written_description AS description`;
  return written?.description ?? null;
}

/** Takes back what `takeOverDescription` wrote. @throws CONFLICT when somebody described the file anew meanwhile */
export async function giveBackDescription(
  { db }: Transaction<LibraryContext>,
  { fileId, written }: { fileId: string; written: string },
): Promise<void> {
  const { count } = await db.file.updateMany({
    where: { id: fileId, writtenDescription: written },
    data: { writtenDescription: null },
  });
  if (count > 0) return;
  const file = await db.file.findUnique({ where: { id: fileId }, select: { name: true } });
  throw new DomainError(
    "CONFLICT",
    `“${file?.name ?? ""}” was described anew meanwhile, so nothing was taken back.`,
  );
}
