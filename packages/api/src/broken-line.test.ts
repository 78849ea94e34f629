import { randomInt } from "node:crypto";
import { request } from "node:http";
import { enterLibrary } from "@alcoves/core/access";
import { createFolder } from "@alcoves/core/folders";
import { moveItems } from "@alcoves/core/items";
import { originalKey } from "@alcoves/storage";
import { addPerson, eventually, startTestInstance, type TestPerson } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { storage } = instance.services;
const { prisma } = instance.services.database;

/** Sends a call, and breaks the line after so many ms, wherever the server is then. */
function callAndBreak(person: TestPerson, { path, input }: { path: string; input: object }, afterMs: number) {
  return new Promise<void>((resolve) => {
    const body = JSON.stringify({ json: input });
    const call = request(`${instance.url}/api/trpc/${path}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${person.token}`,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
      },
    });
    const timer = setTimeout(() => call.destroy(), afterMs);
    call.on("response", (answer) => answer.resume());
    call.on("error", () => {}); // the line that this test breaks
    call.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
    call.end(body);
  });
}

/** A folder of files beside an empty one, in a library of its own. */
async function home() {
  const person = await addPerson(instance);
  const { libraryId } = person;
  const ctx = await enterLibrary(person.ctx, libraryId, "make folders");
  const folder = async (name: string) =>
    (await createFolder(ctx, { libraryId, parentId: null, name })).folderId;
  const [from, to] = [await folder("From"), await folder("To")];
  const facts = { libraryId, folderId: from, kind: "photo", mimeType: "image/jpeg", sizeBytes: 1n } as const;
  const rows = Array.from({ length: fileCount }, (_, at) => ({ ...facts, name: `${at}.jpg` }));
  const made = await prisma.file.createManyAndReturn({ data: rows, select: { id: true } });
  return { person, ctx, libraryId, from, to, fileIds: made.map(({ id }) => id) };
}
type Home = Awaited<ReturnType<typeof home>>;

const fileCount = 300;

interface TriedAct {
  /** What makes its beginning. */
  prepare?: (home: Home) => Promise<unknown>;
  input: (home: Home) => object | Promise<object>;
  /** What it does beside the database has come to an end, too. */
  ended?: (home: Home) => Promise<void>;
  /** The files where it leads; those deleted for good lead nowhere. */
  arrived: (home: Home) => object | "nowhere";
}

const allInTrash = ({ libraryId }: Home) =>
  prisma.file.updateMany({ where: { libraryId }, data: { trashedAt: new Date() } });

const acts: Record<string, TriedAct> = {
  "items.move": {
    input: ({ fileIds, to }) => ({ fileIds, toFolderId: to }),
    arrived: ({ to }) => ({ folderId: to, trashedAt: null }),
  },
  "items.copy": {
    prepare: ({ libraryId, fileIds }) =>
      Promise.all(
        fileIds.map((fileId) => storage.write(originalKey({ libraryId, fileId }), Buffer.from("1"))),
      ),
    input: ({ fileIds, to }) => ({ fileIds, toFolderId: to }),
    ended: ({ libraryId }) =>
      eventually(async () => {
        const originals = await countBlobs(`files/${libraryId}/`);
        expect(originals).toBe(await prisma.file.count({ where: { libraryId } }));
      }),
    arrived: ({ to }) => ({ folderId: to, trashedAt: null }),
  },
  "items.undo": {
    input: async ({ ctx, libraryId, fileIds, to }) => ({
      undoId: (await moveItems(ctx, { libraryId, fileIds, toFolderId: to })).undoId,
    }),
    arrived: ({ from }) => ({ folderId: from, trashedAt: null }),
  },
  "trash.add": {
    input: ({ from }) => ({ folderIds: [from] }),
    arrived: ({ from }) => ({ trashedAt: { not: null }, trashedWithId: from }),
  },
  "trash.restore": {
    prepare: allInTrash,
    input: ({ fileIds }) => ({ fileIds }),
    arrived: () => ({ trashedAt: null }),
  },
  "trash.purge": { prepare: allInTrash, input: ({ fileIds }) => ({ fileIds }), arrived: () => "nowhere" },
  "trash.empty": { prepare: allInTrash, input: () => ({}), arrived: () => "nowhere" },
};

async function countBlobs(prefix: string): Promise<number> {
  let count = 0;
  for await (const _key of storage.list(prefix)) count += 1;
  return count;
}

async function countArrived({ libraryId }: Home, where: object | "nowhere"): Promise<number> {
  if (where !== "nowhere") return prisma.file.count({ where: { libraryId, ...where } });
  return fileCount - (await prisma.file.count({ where: { libraryId, purgedAt: null } }));
}

/** Nobody is at work on the database any more: what the broken call began has ended. */
async function settled(): Promise<void> {
  await eventually(async () => {
    const [busy] = await prisma.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND (state <> 'idle' OR backend_xid IS NOT NULL)`;
    expect(busy?.count).toBe(0n);
  });
}

it.each(Object.entries(acts))(
  "%s is done to all or to none when the line breaks in the middle",
  { timeout: 300_000 },
  async (path, { prepare, input, ended, arrived }) => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      const at = await home();
      const { libraryId } = at;
      await prepare?.(at);
      const asked = { libraryId, ...(await input(at)) };
      await callAndBreak(at.person, { path, input: asked }, round * 4 + randomInt(1, 40));
      await settled();
      await ended?.(at);
      const there = await countArrived(at, arrived(at));
      expect([0, fileCount]).toContain(there);
      outcomes.add(there === 0 ? "none" : "all");
      // And whoever comes after is not kept waiting by a lock that stayed.
      await createFolder(at.ctx, { libraryId, parentId: null, name: "After" });
    }
    console.info(`${path}: ${[...outcomes].join(" and ")}`);
  },
);
