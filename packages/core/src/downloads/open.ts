import { Readable } from "node:stream";
import { originalKey } from "@alcoves/storage";
import { enterLibrary, requireAccount } from "../access/index.ts";
import { requireStillIn } from "../accounts/index.ts";
import type { Context, LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { isUuid } from "../uuid.ts";
import { safeName } from "./entry-names.ts";
import { type Chosen, findContents } from "./find-contents.ts";
import { layOut, type PlacedEntry } from "./lay-out.ts";
import { noteMissing } from "./note-missing.ts";
import { writeZip, type ZipEntry, zipSize } from "./write-zip.ts";

/** An archive that is about to be sent. */
interface Download {
  /** Like `Summer.zip`. */
  name: string;
  sizeBytes: number;
  /**
   * Opens the first file. The stream breaks when a file cannot be read whole, and soon after the reader is out of the library or
   * signed out; destroying it closes what it reads.
   */
  start(): Readable;
}

/** How long a removed member may go on reading, at most. */
const defaultLookEveryMs = 10_000;

/**
 * Opens a prepared download to whoever prepared it, as the library is now: access is decided anew, and what has been put away is left out.
 * @throws NOT_FOUND for everyone else, after an hour, and when nothing of it is left
 */
export async function openDownload(
  ctx: Context,
  downloadId: string,
  { lookEveryMs = defaultLookEveryMs }: { lookEveryMs?: number } = {},
): Promise<Download> {
  const { userId } = requireAccount(ctx);
  if (!isUuid(downloadId)) throw notFound("download");
  const row = await ctx.db.download.findFirst({
    where: { id: downloadId, userId, expiresAt: { gt: ctx.services.clock() } },
    include: { library: { select: { name: true } } },
  });
  if (!row) throw notFound("download");
  const inside = await enterLibrary(ctx, row.libraryId, "download originals");
  const { entries, title } = await findEntries(inside, row);
  if (entries.length === 0) throw notFound("download");
  return {
    name: `${safeName(title ?? row.library.name)}.zip`,
    sizeBytes: zipSize(entries),
    start: () =>
      watched(inside, Readable.from(writeZip(entries), { objectMode: false }), { downloadId, lookEveryMs }),
  };
}

/** @returns what the archive holds, and the name of the one folder that it is of */
async function findEntries(
  ctx: LibraryContext,
  chosen: Chosen,
): Promise<{ entries: ZipEntry[]; title: string | undefined }> {
  const contents = await findContents(ctx, chosen);
  const { folders } = contents;
  const placed = layOut(contents, ctx.services.clock());
  if (placed.length === 0) return { entries: [], title: undefined };
  const paths = new Set(placed.map(({ path }) => path));
  const note = await noteMissing(ctx, chosen, { contents, paths });
  const isOneFolder = chosen.fileIds.length + chosen.momentIds.length === 0 && chosen.folderIds.length === 1;
  const root = folders.find(({ folderId }) => folderId === chosen.folderIds[0]);
  return {
    entries: [...(note ? [note] : []), ...placed.map((entry) => readable(ctx, entry))],
    title: isOneFolder ? root?.name : undefined,
  };
}

function readable({ services, access }: LibraryContext, { source, ...facts }: PlacedEntry): ZipEntry {
  if (source === null) return { ...facts, open: null };
  const { libraryId } = access;
  const key = "key" in source ? source.key : originalKey({ libraryId, fileId: source.fileId });
  return { ...facts, open: () => services.storage.read(key) };
}

/** Ends the stream when its reader may no longer read. Database troubles are no reason: the next look will tell. */
function watched(
  ctx: LibraryContext,
  stream: Readable,
  { downloadId, lookEveryMs }: { downloadId: string; lookEveryMs: number },
): Readable {
  async function look(): Promise<void> {
    try {
      await requireStillIn(ctx);
      await enterLibrary(ctx, ctx.access.libraryId, "download originals");
    } catch (error) {
      if (error instanceof DomainError) stream.destroy(error);
    }
  }
  const timer = setInterval(() => void look(), lookEveryMs);
  stream.once("close", () => clearInterval(timer));
  stream.once("error", (error) => ctx.services.log.warn({ error, downloadId }, "a download broke off"));
  return stream;
}
