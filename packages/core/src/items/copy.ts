import { enterLibrary } from "../access/index.ts";
import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { recordFileEvents, recordFolderEvents } from "../events/index.ts";
import { requestFirstJobs, settleCompanions } from "../files/index.ts";
import { requireFolder } from "../folders/index.ts";
import { requireRoom } from "../libraries/index.ts";
import { meetCopiesOf } from "../likeness/index.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { copyOriginals, removeOriginals } from "./copy-originals.ts";
import { insertFiles, insertFolders } from "./insert-copies.ts";
import { keepUndo } from "./keep-undo.ts";
import { withFreeNames } from "./names.ts";
import { type CopyPlan, planCopy } from "./plan-copy.ts";
import { reorganise } from "./reorganise.ts";
import { type Act, CopyItems } from "./schema.ts";

/**
 * Copies files and folders, with what accompanies and what is inside them, into a folder of their library or of another. The bytes
 * are copied first, beside everything else, however long that takes; then the copies appear in one short transaction, all or none.
 * A folder whose name is taken gets a number. Taken back, the copies go into the trash of the library they are in.
 * @throws NOT_FOUND for one that is not there, FORBIDDEN for who may add nothing there, TOO_LARGE when there is no room, CONFLICT when
 * an original was deleted for good meanwhile
 */
export async function copyItems(ctx: LibraryContext, input: CopyItems): Promise<Act & { libraryId: string }> {
  const { toLibraryId = ctx.access.libraryId, toFolderId, ...asked } = CopyItems.parse(input);
  const isElsewhere = toLibraryId !== ctx.access.libraryId;
  const target = await enterLibrary(
    ctx,
    toLibraryId,
    isElsewhere ? "take in copies from other libraries" : "upload files",
  );
  await requireFolder(target, toFolderId);
  const plan = await planCopy(ctx, asked, toFolderId);
  const sizeBytes = plan.files.reduce((sum, file) => sum + file.sizeBytes, 0n);
  await transaction(target, (ctx) => requireRoom(ctx, { sizeBytes, beside: "begun uploads" }));
  const way = { from: ctx.access.libraryId, to: toLibraryId };
  await copyOriginals(ctx.services.storage, plan.files, way);
  try {
    const act = await reorganise(target, async (ctx) => {
      await requireFolder(ctx, toFolderId);
      await requireRoom(ctx, { sizeBytes, beside: "nothing" });
      return appear(ctx, plan, { sourceLibraryId: way.from, toFolderId });
    });
    return { ...act, libraryId: toLibraryId };
  } catch (error) {
    if (await isNothingThere(target, plan)) await removeOriginals(ctx.services.storage, plan.files, way);
    throw error;
  }
}

/** A commit whose answer was lost may have been one: bytes that may have a row are left, for storage checks to name. */
async function isNothingThere(ctx: LibraryContext, { files }: CopyPlan): Promise<boolean> {
  const ids = files.map(({ id }) => id);
  return ctx.db.file.count({ where: { id: { in: ids } } }).then(
    (count) => count === 0,
    () => false, // the database cannot say
  );
}

async function appear(
  ctx: Transaction<LibraryContext>,
  plan: CopyPlan,
  { sourceLibraryId, toFolderId }: { sourceLibraryId: string; toFolderId: string | null },
): Promise<Act> {
  const userId = "userId" in ctx.principal ? ctx.principal.userId : null;
  const roots = await withFreeNames(ctx, plan.roots);
  await insertFolders(ctx, [...roots, ...plan.below], userId);
  const made = await insertFiles(ctx, plan.files, { sourceLibraryId, userId });
  const ids = made.map(({ fileId }) => fileId);
  await requestFirstJobs(ctx, made);
  await settleCompanions(ctx, ids);
  await recordFileEvents(ctx, "file.created", ids);
  await recordFolderEvents(ctx, roots.length > 0 ? [toFolderId] : []);
  const act = await keepCopies(ctx, { ...plan, roots });
  const [first] = roots;
  const name = first?.name ?? (await nameOfFirst(ctx, ids));
  await recordActivity(ctx, "items.copied", {
    name,
    files: act.files,
    folders: act.folders,
    folderId: toFolderId,
  });
  await meetCopiesOf(ctx, ctx.access.libraryId, ids);
  return act;
}

/** To undo, copies are what came out of the trash: they go there. */
async function keepCopies(
  ctx: Transaction<LibraryContext>,
  { roots, below, files, chosenFiles }: CopyPlan,
): Promise<Act> {
  const inside = new Set([...roots, ...below].map(({ id }) => id));
  const trashedAt = ctx.services.clock();
  const alone = await ctx.db.file.findMany({
    where: {
      id: {
        in: files.filter(({ folderId }) => folderId === null || !inside.has(folderId)).map(({ id }) => id),
      },
    },
    select: { id: true, name: true, folderId: true, uploadedById: true, companionOfId: true },
  });
  const act = await keepUndo(ctx, {
    files: alone.map((file) => ({ ...file, trashedAt })),
    folders: roots.map(({ id, name, parentId }) => ({ id, name, parentId, trashedAt, createdById: null })),
    companions: [],
  });
  return { ...act, files: chosenFiles };
}

async function nameOfFirst(ctx: Transaction<LibraryContext>, ids: readonly string[]): Promise<string> {
  const file = await ctx.db.file.findFirst({
    where: { id: { in: ids.slice(0, 1) } },
    select: { name: true },
  });
  return file?.name ?? "";
}
