import type { LibraryContext } from "@alcoves/core";
import { enterLibrary } from "@alcoves/core/access";
import { listFiles } from "@alcoves/core/files";
import { createFolder, listFolders } from "@alcoves/core/folders";
import { listTrash } from "@alcoves/core/trash";
import { undoAct } from "@alcoves/core/undos";
import type { TestInstance } from "./instance.ts";
import { addPerson, type TestPerson } from "./people.ts";

/** A person in their own library, with short words for what tests do there. */
export async function home(instance: TestInstance) {
  const ada = await addPerson(instance);
  const ctx = await enterLibrary(ada.ctx, ada.libraryId, "delete files for good");
  return { ada, ...inLibrary(instance, ctx) };
}

function inLibrary(instance: TestInstance, ctx: LibraryContext) {
  const { prisma } = instance.services.database;
  const { libraryId } = ctx.access;
  const folder = async (name: string, parentId: string | null = null) =>
    (await createFolder(ctx, { libraryId, parentId, name })).folderId;
  const file = async (name: string, folderId: string | null = null, more: object = {}) => {
    const uploadedById = "userId" in ctx.principal ? ctx.principal.userId : null;
    const facts = { kind: "photo", mimeType: "image/jpeg", sizeBytes: 5n } as const;
    return (
      await prisma.file.create({ data: { libraryId, uploadedById, name, folderId, ...facts, ...more } })
    ).id;
  };
  const names = async (folderId: string | null) => {
    const folders = await listFolders(ctx, { libraryId, folderId });
    const { files } = await listFiles(ctx, { libraryId, folderId, order: "name", way: "ascending" });
    return [...folders.map(({ name }) => `${name}/`), ...files.map(({ name }) => name)];
  };
  const items = (fileIds: string[], folderIds: string[] = []) => ({ libraryId, fileIds, folderIds });
  const trash = async () =>
    (await listTrash(ctx, { libraryId })).items.map(({ name, of }) => (of === "folder" ? `${name}/` : name));
  const undo = ({ undoId }: { undoId: string | null }) => undoAct(ctx, { libraryId, undoId: undoId ?? "" });
  return { ctx, libraryId, folder, file, names, items, trash, undo };
}

/** Ada's library, in which Eve is a contributor. */
export async function shared(instance: TestInstance) {
  const { prisma } = instance.services.database;
  const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
  const { id: libraryId } = await prisma.library.create({
    data: { name: "Shared", emoji: "🏡", ownerId: ada.userId },
  });
  await prisma.libraryMember.create({ data: { libraryId, userId: eve.userId, role: "contributor" } });
  const enter = async ({ ctx }: TestPerson) =>
    inLibrary(instance, await enterLibrary(ctx, libraryId, "move and rename files"));
  return { ada: await enter(ada), eve: await enter(eve), libraryId };
}
