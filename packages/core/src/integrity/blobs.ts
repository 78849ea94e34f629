import type { Moment } from "@alcoves/db/models";
import { type NamedBlob, readKey, scopes } from "@alcoves/storage";
import { batchesOf } from "../batches-of.ts";
import type { Context } from "../context.ts";
import { type CheckedFile, findCheckedFiles } from "./file-batches.ts";
import { isKnownPart, isReferredTo } from "./parts.ts";
import type { Check, Suspect } from "./running-check.ts";
import type { Flaw } from "./schema.ts";

const batchSize = 500;

/** Does somebody refer to each blob? Of those that nobody refers to, what can be made again is removed when asked to. */
export async function checkBlobs(check: Check): Promise<void> {
  for (const scope of scopes) {
    for await (const keys of batchesOf(check.ctx.services.storage.list(`${scope}/`), batchSize)) {
      for (const orphan of await check.lookTwice(keys, (keys) => look(check.ctx, keys))) {
        const removed = check.options.repair && orphan.flaw === "cache without a file";
        if (removed) await check.ctx.services.storage.remove(orphan.key);
        check.tell(orphan, removed);
      }
      check.summary.blobs += keys.length;
      check.progress("blobs", check.summary.blobs, null);
    }
  }
}

async function look(ctx: Context, keys: readonly string[]): Promise<Suspect[]> {
  const blobs = keys.map((key) => ({ key, named: readKey(key) }));
  const known = await findOwners(
    ctx,
    blobs.flatMap(({ named }) => named ?? []),
  );
  const suspects: Suspect[] = [];
  for (const { key, named } of blobs) {
    const flaw = judge(known, named);
    // Gone since it was listed: whoever removed it did what the finding would ask for. A name of no key cannot be asked for.
    if (!flaw || (named && !(await ctx.services.storage.stat(key)))) continue;
    const file = named && "fileId" in named ? known.files.get(named.fileId) : undefined;
    const library = named && "libraryId" in named ? known.libraries.get(named.libraryId) : undefined;
    suspects.push({ item: key, flaw, key, name: file?.name ?? null, library: library ?? null });
  }
  return suspects;
}

type Owners = Awaited<ReturnType<typeof findOwners>>;

/** Rows that may refer to blobs of these names. */
async function findOwners(ctx: Context, blobs: readonly NamedBlob[]) {
  const { db } = ctx;
  const fileIds = unique(blobs.map((blob) => ("fileId" in blob ? blob.fileId : null)));
  const libraryIds = unique(blobs.map((blob) => ("libraryId" in blob ? blob.libraryId : null)));
  const userIds = unique(blobs.map((blob) => ("userId" in blob ? blob.userId : null)));
  // Before the files: an upload ends in the transaction that gives the file its row, so one of the two is seen.
  const uploads = await db.upload.findMany({
    where: { fileId: { in: fileIds }, finishedAt: null },
    select: { fileId: true, libraryId: true },
  });
  const files = await findCheckedFiles(ctx, fileIds);
  const libraries = await db.library.findMany({
    where: { id: { in: libraryIds } },
    select: { id: true, name: true },
  });
  return {
    uploads: new Map(uploads.map(({ fileId, libraryId }) => [fileId, libraryId])),
    clips: await findClipVersions(ctx, blobs),
    files: new Map<string, CheckedFile>(files.map((file) => [file.id, file])),
    libraries: new Map(libraries.map(({ id, name }) => [id, name])),
    avatars: await findAvatarVersions(ctx, userIds),
  };
}

/** Versions of moments' clips that a row refers to or a job is about to. */
async function findClipVersions(
  { db }: Context,
  blobs: readonly NamedBlob[],
): Promise<Map<string, CheckedMoment>> {
  const ids = unique(blobs.map((blob) => ("momentId" in blob ? blob.momentId : null)));
  if (ids.length === 0) return new Map();
  const rows = await db.moment.findMany({
    where: { id: { in: ids } },
    select: { id: true, fileId: true, exportStatus: true, exportVersion: true, exportDoneVersion: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

type CheckedMoment = Pick<Moment, "id" | "fileId" | "exportStatus" | "exportVersion" | "exportDoneVersion">;

/** A change of a picture holds its person's row until it has written both: the lock waits for it. */
async function findAvatarVersions(
  { db }: Context,
  userIds: readonly string[],
): Promise<Map<string, number | null>> {
  if (userIds.length === 0) return new Map();
  const users = await db.$queryRaw<{ id: string; version: number | null }[]>`
    SELECT id, avatar_version AS version FROM users WHERE id = ANY(${userIds}::uuid[]) ORDER BY id FOR SHARE`;
  return new Map(users.map(({ id, version }) => [id, version]));
}

function judge({ uploads, files, clips, avatars }: Owners, named: NamedBlob | null): Flaw | null {
  if (!named) return "unknown blob";
  if (named.scope === "avatars") {
    return avatars.get(named.userId) === named.version ? null : "avatar without a person";
  }
  const file = files.get(named.fileId);
  const isHome = file?.libraryId === named.libraryId;
  if (named.scope === "files") {
    return isHome || uploads.get(named.fileId) === named.libraryId ? null : "original without a file";
  }
  if (named.scope === "moments") {
    const moment = clips.get(named.momentId);
    return isHome && moment && isClipOf(moment, named) ? null : "cache without a file";
  }
  if (!isKnownPart(named.part)) return "unknown blob";
  return file && isHome && isReferredTo(file, named) ? null : "cache without a file";
}

function isClipOf(moment: CheckedMoment, { fileId, version }: { fileId: string; version: number }): boolean {
  const { exportStatus, exportVersion, exportDoneVersion } = moment;
  const isOpen = exportStatus === "queued" || exportStatus === "processing";
  return moment.fileId === fileId && (version === exportDoneVersion || (isOpen && version === exportVersion));
}

function unique(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
