import type { Context } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import { joinGroups, lockGroups, type Pair } from "./join-groups.ts";
import { mostBitsApart } from "./schema.ts";

/** Copies of one file that it is put beside: as many as are sure to be of a group that has room. */
const mostCopies = 20;

/** Pictures like one that it is put beside. */
const mostLookAlikes = 200;

/**
 * Brings a file whose bytes are known now together with its copies in the library, in the trash too. Those that come in at once with the
 * same bytes wait for each other.
 */
export async function meetCopies(
  ctx: Transaction<Context>,
  { fileId, libraryId, sha256 }: { fileId: string; libraryId: string; sha256: Buffer },
): Promise<void> {
  const key = `copies/${libraryId}/${sha256.toString("hex")}`;
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  await meetCopiesOf(ctx, libraryId, [fileId]);
}

/** Brings files with known bytes together with their copies; whoever calls sees to it that nothing comes in meanwhile. */
export async function meetCopiesOf(
  ctx: Transaction<Context>,
  libraryId: string,
  fileIds: readonly string[],
): Promise<void> {
  // Copies that were made last are in the group that has room.
  const pairs = await ctx.db.$queryRaw<Pair[]>`
    SELECT f.id AS "fileId", o.id AS "otherId"
    FROM files f
    CROSS JOIN LATERAL (
      SELECT id FROM files
      WHERE library_id = ${libraryId}::uuid AND sha256 = f.sha256 AND id <> f.id AND purged_at IS NULL
      ORDER BY id DESC LIMIT ${mostCopies}::int
    ) o
    WHERE f.id = ANY(${fileIds}::uuid[]) AND f.library_id = ${libraryId}::uuid AND f.sha256 IS NOT NULL
    ORDER BY f.id, o.id`;
  if (pairs.length === 0) return;
  await lockGroups(ctx, libraryId);
  await joinGroups(ctx, libraryId, pairs);
}

/**
 * Keeps what a photo looks like, and brings it together with those of its library that look alike. Of other files nothing is kept: two
 * films with the same first picture are not the same film.
 * @param perceptualHash null for a picture that shows nothing to tell it by
 */
export async function meetLookAlikes(
  ctx: Transaction<Context>,
  fileId: string,
  perceptualHash: bigint | null,
): Promise<void> {
  const file = await ctx.db.file.findUnique({
    where: { id: fileId },
    select: { libraryId: true, kind: true },
  });
  if (file?.kind !== "photo") return;
  const { libraryId } = file;
  await lockGroups(ctx, libraryId);
  await ctx.db.likeness.upsert({
    where: { fileId },
    create: { fileId, libraryId, perceptualHash },
    update: { perceptualHash },
  });
  if (perceptualHash === null) return;
  const alike = await lookAlikes(ctx, { libraryId, fileId, perceptualHash });
  await joinGroups(
    ctx,
    libraryId,
    alike.map((otherId) => ({ fileId, otherId })),
  );
}

/** Reads few rows of however many: each quarter of the hash, as it is and with each of its bits turned, is looked up in an index. */
async function lookAlikes(
  ctx: Transaction<Context>,
  { libraryId, fileId, perceptualHash }: { libraryId: string; fileId: string; perceptualHash: bigint },
): Promise<string[]> {
  const [first = [], second = [], third = [], fourth = []] = quartersNear(perceptualHash);
  const rows = await ctx.db.$queryRaw<{ fileId: string }[]>`
    SELECT file_id AS "fileId" FROM (
      SELECT file_id, perceptual_hash FROM likenesses WHERE library_id = ${libraryId}::uuid
        AND perceptual_hash IS NOT NULL AND (perceptual_hash >> 48) & 65535 = ANY(${first}::int8[])
      UNION
      SELECT file_id, perceptual_hash FROM likenesses WHERE library_id = ${libraryId}::uuid
        AND perceptual_hash IS NOT NULL AND (perceptual_hash >> 32) & 65535 = ANY(${second}::int8[])
      UNION
      SELECT file_id, perceptual_hash FROM likenesses WHERE library_id = ${libraryId}::uuid
        AND perceptual_hash IS NOT NULL AND (perceptual_hash >> 16) & 65535 = ANY(${third}::int8[])
      UNION
      SELECT file_id, perceptual_hash FROM likenesses WHERE library_id = ${libraryId}::uuid
        AND perceptual_hash IS NOT NULL AND perceptual_hash & 65535 = ANY(${fourth}::int8[])
    ) near
    WHERE bit_count((perceptual_hash # ${perceptualHash}::int8)::bit(64)) <= ${mostBitsApart}::int
      AND file_id <> ${fileId}::uuid
    ORDER BY file_id DESC LIMIT ${mostLookAlikes}::int`;
  return rows.map((row) => row.fileId);
}

/**
 * The quarters of a hash from the highest bits on, each as the 17 numbers that differ from it in at most one bit: of hashes that differ
 * in 7 bits, one quarter differs in no more (multi-index hashing: M. Norouzi, A. Punjani, D. J. Fleet, Fast Search in Hamming Space,
 * CVPR 2012).
 */
function quartersNear(hash: bigint): number[][] {
  return [48n, 32n, 16n, 0n].map((shift) => {
    const quarter = Number((hash >> shift) & 0xffffn);
    return [quarter, ...Array.from({ length: 16 }, (_, bit) => quarter ^ (1 << bit))];
  });
}
