import { Readable } from "node:stream";
import { originalKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { FolderNames, safeName, writeZip, type ZipEntry } from "../downloads/index.ts";
import { DomainError } from "../errors.ts";
import { limit } from "../limits/index.ts";
import { type AlbumPlace, countAlbumFiles, listAlbumFiles } from "./album-files.ts";
import { countView } from "./count-view.ts";
import { type AlbumShare, findUnlocked } from "./find.ts";
import { notBehind } from "./find-item.ts";
import { pictureOf, playbackOf } from "./item-bytes.ts";
import type { ItemRow } from "./items.ts";
import { ShownShare } from "./schema.ts";

/** Files that are looked up at once while an archive is sent. */
const batchSize = 50;
/** How long a visitor may go on reading whose link was shut, at most. */
const defaultLookEveryMs = 10_000;
const noteName = "Not in this download.txt";

/** An archive that is about to be sent; how long it will be nobody knows, for pictures are made on the way. */
interface SharedArchive {
  /** Like `Summer.zip`. */
  name: string;
  /** Opens the first file. The stream breaks when a file cannot be read whole, and soon after the link is shut. */
  start(): Readable;
}

/**
 * All files of a shared album in one archive: originals where the share exposes them, else pictures, videos and sound that hold nothing
 * but that. Each is made, if need be, when its turn comes.
 * @throws NOT_FOUND for a link that opens nothing or is of no album, UNAUTHENTICATED while the password is wanted, RATE_LIMITED
 */
export async function openSharedArchive(
  ctx: Context,
  { isView, ...shown }: ShownShare & { isView: boolean },
  { lookEveryMs = defaultLookEveryMs }: { lookEveryMs?: number } = {},
): Promise<SharedArchive> {
  const asked = ShownShare.parse(shown);
  const share = await findUnlocked(ctx, asked);
  if (share.kind !== "album" || (await countAlbumFiles(ctx, share)) === 0) throw notBehind();
  const { address } = ctx.origin;
  if (isView) {
    await limit(ctx, "archive of a share", address && `${share.id}/${address}`);
    await countView(ctx, share.id);
  }
  return {
    name: `${safeName(share.album.name)}.zip`,
    start() {
      const stream = Readable.from(writeZip(entriesOf(ctx, share)), { objectMode: false });
      return watched(ctx, stream, { shown: asked, lookEveryMs });
    },
  };
}

async function* entriesOf(ctx: Context, share: AlbumShare): AsyncGenerator<ZipEntry, void, undefined> {
  const names = new FolderNames();
  // Taken first, so that no file has it.
  const note = names.take(noteName);
  const missing: string[] = [];
  let after: AlbumPlace | null = null;
  do {
    const rows = await listAlbumFiles(ctx, share, { after, limit: batchSize });
    for (const { file } of rows) {
      const entry = await entryOf(ctx, share, file);
      if (entry) yield { ...entry, path: names.take(entry.path) };
      else missing.push(file.name);
    }
    after = rows.length === batchSize ? (rows.at(-1)?.place ?? null) : null;
  } while (after);
  if (missing.length > 0) yield noteOf(missing, { path: note, modifiedAt: share.createdAt });
}

/** @returns null for what there is nothing of to be given, or not yet */
async function entryOf(ctx: Context, share: AlbumShare, file: ItemRow): Promise<ZipEntry | null> {
  const { storage } = ctx.services;
  if (share.exposes.originals) {
    const key = originalKey({ ...file, fileId: file.id });
    const modifiedAt = file.capturedAt ?? file.modifiedAt ?? share.createdAt;
    return {
      path: safeName(file.name),
      sizeBytes: Number(file.sizeBytes),
      modifiedAt,
      open: () => storage.read(key),
    };
  }
  const made = await madeOf(ctx, share, file);
  const whole = made && (await storage.stat(made.key));
  if (!made || !whole) return null;
  // When it was taken is a detail, which the archive does not tell where the link does not.
  const modifiedAt = (share.exposes.metadata && file.capturedAt) || share.createdAt;
  return {
    path: safeName(made.name),
    sizeBytes: whole.sizeBytes,
    modifiedAt,
    open: () => storage.read(made.key),
  };
}

async function madeOf(ctx: Context, share: AlbumShare, file: ItemRow) {
  try {
    if (file.kind === "video" || file.kind === "audio") return playbackOf(ctx, share, file);
    return await pictureOf(ctx, share, { file, size: "preview" });
  } catch (error) {
    // One that cannot be shown keeps nobody from the others.
    if (error instanceof DomainError) return null;
    throw error;
  }
}

function noteOf(missing: readonly string[], facts: { path: string; modifiedAt: Date }): ZipEntry {
  const text = `There is nothing to download of these files, or not yet:\r\n\r\n${missing.join("\r\n")}\r\n`;
  const bytes = Buffer.from(text);
  return {
    ...facts,
    sizeBytes: bytes.length,
    open: async () => ({ stream: Readable.from([bytes], { objectMode: false }), sizeBytes: bytes.length }),
  };
}

/** Ends the stream when the link opens nothing any more. Database troubles are no reason: the next look will tell. */
function watched(
  ctx: Context,
  stream: Readable,
  { shown, lookEveryMs }: { shown: ShownShare; lookEveryMs: number },
): Readable {
  async function look(): Promise<void> {
    try {
      await findUnlocked(ctx, shown);
    } catch (error) {
      if (error instanceof DomainError) stream.destroy(error);
    }
  }
  const timer = setInterval(() => void look(), lookEveryMs);
  stream.once("close", () => clearInterval(timer));
  stream.once("error", (error) => ctx.services.log.warn({ error }, "the archive of a share broke off"));
  return stream;
}
