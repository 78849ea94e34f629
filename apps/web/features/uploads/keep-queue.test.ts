import { describe, expect, it, vi } from "vitest";
import { createQueueKeeper } from "./keep-queue.ts";
import { type KeptUploads, largestKeptBytes } from "./kept-uploads.ts";
import { newEntry, type UploadState } from "./upload-entry.ts";

/** A disk in memory; IndexedDB itself is proved in the browser by the end-to-end tests. */
function aDisk(isFull = false) {
  const entries = new Map<string, UploadState>();
  const files = new Set<string>();
  const refuse = () => {
    if (isFull) throw new DOMException("full", "QuotaExceededError");
  };
  const kept: KeptUploads = {
    keep: async (uploads) => {
      for (const { entry } of uploads) entries.set(entry.entryId, entry.state);
    },
    keepFile: async (entryId) => {
      refuse();
      files.add(entryId);
    },
    forget: async (entryIds) => {
      for (const entryId of entryIds) {
        entries.delete(entryId);
        files.delete(entryId);
      }
    },
    forgetFiles: async (entryIds) => {
      for (const entryId of entryIds) files.delete(entryId);
    },
    takeOver: async () => [],
  };
  return { kept, entries, files };
}

const target = { libraryId: "library", folderId: null, name: "Family" };
const sized = (name: string, size: number) =>
  Object.defineProperty(new File([], name), "size", { value: size });
const anEntry = (name: string) => newEntry({ file: new File([], name), path: "" }, target, name);
const aKeeper = ({ kept }: ReturnType<typeof aDisk>) =>
  createQueueKeeper({ kept, userId: "user", pageId: "page" });

describe("keeping the queue", () => {
  it("keeps entries with their files, but no file that is too large", async () => {
    const disk = aDisk();
    const keeper = aKeeper(disk);
    keeper.keep(anEntry("small"), sized("small", 10));
    keeper.keep(anEntry("large"), sized("large", largestKeptBytes + 1));
    await vi.waitFor(() => expect([...disk.files]).toEqual(["small"]));
    expect([...disk.entries.keys()]).toEqual(["small", "large"]);
  });

  it("lets the file go once it arrived and the entry once it is done", async () => {
    const disk = aDisk();
    const keeper = aKeeper(disk);
    keeper.keep(anEntry("a"), sized("a", 10));
    await vi.waitFor(() => expect(disk.files.size).toBe(1));
    keeper.forgetFile("a");
    keeper.keep({ ...anEntry("a"), state: "processing" });
    await vi.waitFor(() => expect(disk.entries.get("a")).toBe("processing"));
    expect(disk.files.size).toBe(0);
    keeper.forget("a");
    await vi.waitFor(() => expect(disk.entries.size).toBe(0));
  });

  it("copies no file that arrived before its turn came", async () => {
    const disk = aDisk();
    const keepFile = vi.spyOn(disk.kept, "keepFile");
    const keeper = aKeeper(disk);
    for (const name of ["a", "b", "c"]) keeper.keep(anEntry(name), sized(name, 10));
    keeper.forgetFile("b");
    keeper.forget("c");
    await vi.waitFor(() => expect([...disk.files]).toEqual(["a"]));
    expect(keepFile).toHaveBeenCalledTimes(1);
    expect([...disk.entries.keys()]).toEqual(["a", "b"]);
  });

  it("writes each of 50,000 entries once, in transactions of many", async () => {
    const disk = aDisk();
    const keep = vi.spyOn(disk.kept, "keep");
    const keeper = aKeeper(disk);
    for (let place = 0; place < 50_000; place += 1) keeper.keep(anEntry(String(place)));
    await vi.waitFor(() => expect(disk.entries.size).toBe(50_000), { timeout: 10_000 });
    const written = keep.mock.calls.reduce((sum, [uploads]) => sum + uploads.length, 0);
    expect(written).toBe(50_000);
    expect(keep.mock.calls.length).toBeLessThan(300);
  });

  it("goes on keeping entries when the disk has no room for files", async () => {
    const disk = aDisk(true);
    const keeper = aKeeper(disk);
    keeper.keep(anEntry("a"), sized("a", 10));
    keeper.keep(anEntry("b"), sized("b", 10));
    await vi.waitFor(() => expect([...disk.entries.keys()]).toEqual(["a", "b"]));
  });
});
