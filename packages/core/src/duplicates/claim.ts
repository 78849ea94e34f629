import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { type Claimed, claimItems } from "../items/index.ts";
import { connected } from "../likeness/index.ts";
import type { Transaction } from "../transaction.ts";

interface MemberRow {
  fileId: string;
  sha256: string | null;
  perceptualHash: bigint | null;
}

/**
 * Locks files that somebody decides about, and sees that they still are duplicates of each other.
 * @throws NOT_FOUND for one that is missing, in the trash or of another library; FORBIDDEN for another's; CONFLICT when they are no
 * duplicates, or not any more
 */
export async function claimDuplicates(
  ctx: Transaction<LibraryContext>,
  asked: readonly string[],
): Promise<Claimed> {
  const fileIds = [...new Set(asked)];
  const claimed = await claimItems(ctx, { fileIds, folderIds: [] }, "library");
  const members = await ctx.db.$queryRaw<MemberRow[]>`
    SELECT l.file_id AS "fileId", encode(f.sha256, 'hex') AS sha256, l.perceptual_hash AS "perceptualHash"
    FROM likenesses l JOIN files f ON f.id = l.file_id
    WHERE l.file_id = ANY(${fileIds}::uuid[]) AND f.companion_of_id IS NULL
    ORDER BY l.file_id FOR UPDATE OF l`;
  const [all] = connected(members);
  if (all?.length === fileIds.length) return claimed;
  throw new DomainError(
    "CONFLICT",
    "These files are no duplicates of each other any more. Load the page again.",
  );
}
