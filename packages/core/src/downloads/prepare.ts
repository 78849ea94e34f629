import { Buffer } from "node:buffer";
import { requireAccount } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { type Chosen, type Contents, findContents } from "./find-contents.ts";
import { layOut } from "./lay-out.ts";
import { PrepareDownload, type PreparedDownload } from "./schema.ts";
import { zipSize } from "./write-zip.ts";

const lifetimeMs = 60 * 60 * 1_000;
/** Prepared downloads of one person; more push out the oldest. */
const mostOfOne = 20;
/** A name in a ZIP archive has 16 bits for its length. */
const longestPathBytes = 0xffff;

/**
 * Remembers what is to be downloaded and says how much that is. All of it or nothing: a choice that holds one thing too many is refused.
 * It is remembered in the database, because the next request may come to another process.
 * @throws NOT_FOUND for a file or folder that is missing, in the trash or of another library, and for a moment without a clip; TOO_LARGE
 * for more than one archive holds
 */
export async function prepareDownload(
  ctx: LibraryContext,
  input: PrepareDownload,
): Promise<PreparedDownload> {
  const { libraryId, ...asked } = PrepareDownload.parse(input);
  const { userId } = requireAccount(ctx);
  const chosen = {
    fileIds: [...new Set(asked.fileIds)],
    folderIds: [...new Set(asked.folderIds)],
    momentIds: [...new Set(asked.momentIds)],
  };
  const contents = await findContents(ctx, chosen);
  requireAll(chosen, contents);
  const now = ctx.services.clock();
  const entries = layOut(contents, now);
  if (entries.some(({ path }) => Buffer.byteLength(path) > longestPathBytes)) {
    throw new DomainError(
      "TOO_LARGE",
      "A folder lies too deep for an archive. Download it from further inside.",
    );
  }
  const id = await transaction(ctx, async ({ db }) => {
    const expiresAt = new Date(now.getTime() + lifetimeMs);
    const made = await db.download.create({ data: { libraryId, userId, ...chosen, expiresAt } });
    await db.$executeRaw`
      DELETE FROM downloads WHERE user_id = ${userId}::uuid AND id NOT IN (
        SELECT id FROM downloads WHERE user_id = ${userId}::uuid ORDER BY id DESC LIMIT ${mostOfOne})`;
    return made.id;
  });
  const companions = contents.files.filter(({ companionOfId }) => companionOfId !== null);
  return {
    url: `/api/downloads/${id}`,
    fileCount: contents.files.length - companions.length + contents.clips.length,
    sizeBytes: zipSize(entries),
  };
}

function requireAll({ fileIds, folderIds, momentIds }: Chosen, found: Contents): void {
  const files = new Set(found.files.map(({ fileId }) => fileId));
  const folders = new Set(found.folders.map(({ folderId }) => folderId));
  if (!fileIds.every((id) => files.has(id))) throw notFound("file");
  if (!folderIds.every((id) => folders.has(id))) throw notFound("folder");
  const clips = new Set(found.clips.map(({ momentId }) => momentId));
  if (!momentIds.every((id) => clips.has(id))) throw notFound("clip");
}
