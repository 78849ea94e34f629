import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UploadChange } from "./change-entry.ts";
import { UploadQueue } from "./queue.ts";
import { summarise } from "./queue-summary.ts";
import { newEntry, type UploadEntry, uploadStates } from "./upload-entry.ts";

const target = { libraryId: "library", folderId: null, name: "Family" };
const sameAs = { fileId: "known", name: "a.jpg", folder: null };
const found = (name: string, sizeBytes = 100) => ({
  file: new File([new Uint8Array(sizeBytes)], `${name}.jpg`, { lastModified: 1 }),
  path: "",
});
const anEntry = (entryId: string, sizeBytes = 100) => newEntry(found(entryId, sizeBytes), target, entryId);
const aQueue = (...ids: string[]) => {
  const queue = new UploadQueue();
  for (const id of ids) queue.add(anEntry(id));
  return queue;
};
const states = (queue: UploadQueue) => [...queue.entries()].map(({ state }) => state);

describe("the upload queue", () => {
  it("takes a file from queued to ready", () => {
    const queue = aQueue("a");
    const changes: UploadChange[] = [
      { type: "hashing" },
      { type: "checked" },
      { type: "started" },
      { type: "progressed", sentBytes: 60 },
      { type: "arrived", fileId: "file" },
      { type: "finished" },
    ];
    expect(changes.map((change) => queue.change("a", change)?.state)).toEqual([
      "hashing",
      "checked",
      "uploading",
      "uploading",
      "processing",
      "ready",
    ]);
    expect(summarise(queue)).toMatchObject({ done: 1, left: 0, percent: 100, isActive: false });
  });

  it("counts what is there already apart, and its bytes not at all", () => {
    const queue = aQueue("a", "b");
    queue.change("a", { type: "found", sameAs });
    expect(queue.get("a")).toMatchObject({ state: "duplicate", sameAs });
    expect(summarise(queue)).toMatchObject({ left: 1, done: 0, duplicate: 1, percent: 0, leftBytes: 100 });
    queue.change("b", { type: "found", sameAs });
    expect(summarise(queue)).toMatchObject({ left: 0, duplicate: 2, percent: 100, isActive: false });
  });

  it("believes no answer that comes after the upload was paused or began", () => {
    const queue = aQueue("a", "b");
    queue.change("a", { type: "paused" });
    queue.change("b", { type: "started" });
    for (const entryId of ["a", "b"]) {
      expect(queue.change(entryId, { type: "found", sameAs })).toBeNull();
      expect(queue.change(entryId, { type: "checked" })).toBeNull();
    }
  });

  it("counts an upload that waits for the network as under way", () => {
    const queue = aQueue("a");
    queue.change("a", { type: "started" });
    queue.change("a", { type: "interrupted" });
    expect(summarise(queue)).toMatchObject({ isActive: true, isOffline: true });
  });

  it("finds the same file for the same place, until it has arrived", () => {
    const queue = aQueue("a");
    expect(queue.find(found("a"), target)?.entryId).toBe("a");
    expect(queue.find(found("a"), { ...target, folderId: "elsewhere" })).toBeUndefined();
    queue.change("a", { type: "arrived", fileId: "file" });
    expect(queue.find(found("a"), target)).toBeUndefined();
    expect(queue.findProcessing("file")?.entryId).toBe("a");
  });

  it("finds a lost file wherever it is picked from", () => {
    const queue = new UploadQueue();
    queue.add({ ...newEntry({ ...found("a"), path: "Trip" }, target, "a"), state: "lost", hasBegun: true });
    expect(queue.find(found("a"), target)?.entryId).toBe("a");
    // What had begun goes on, and nobody asks whether it is there.
    expect(queue.change("a", { type: "resumed" })?.state).toBe("checked");
    expect(queue.find(found("a"), target)).toBeUndefined();
  });

  it("retries what failed and nothing else", () => {
    const queue = aQueue("a", "b", "c");
    queue.change("a", { type: "failed", error: "The disk is full." });
    queue.change("b", { type: "paused" });
    for (const entryId of ["a", "b", "c"]) queue.change(entryId, { type: "retried" });
    expect(states(queue)).toEqual(["queued", "paused", "queued"]);
    expect(queue.get("a")?.error).toBeNull();
  });

  it("ignores news of what was cancelled", () => {
    const queue = aQueue("a");
    expect(queue.remove("a")?.entryId).toBe("a");
    expect(queue.change("a", { type: "progressed", sentBytes: 5 })).toBeNull();
    expect(queue.size).toBe(0);
  });

  it("keeps totals that a fresh count confirms, whatever happens", () => {
    const entryId = fc.constantFrom("a", "b", "c", "d");
    const anyChange: fc.Arbitrary<UploadChange> = fc.oneof(
      fc.record({
        type: fc.constantFrom(
          "hashing" as const,
          "checked" as const,
          "started" as const,
          "interrupted" as const,
          "finished" as const,
          "lost" as const,
          "paused" as const,
          "resumed" as const,
          "retried" as const,
        ),
      }),
      fc.constant<UploadChange>({ type: "found", sameAs }),
      fc.record({ type: fc.constant("progressed" as const), sentBytes: fc.nat(150) }),
      fc.record({ type: fc.constant("arrived" as const), fileId: fc.option(fc.constant("file")) }),
      fc.record({ type: fc.constant("failed" as const), error: fc.constant("No.") }),
    );
    const anyAct = fc.oneof(
      { weight: 6, arbitrary: fc.tuple(entryId, anyChange) },
      fc.tuple(entryId, fc.constantFrom("add" as const, "remove" as const)),
    );
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 60 }), (acts) => {
        const queue = new UploadQueue();
        for (const [id, act] of acts) {
          if (act === "remove") queue.remove(id);
          else if (act !== "add") queue.change(id, act);
          else if (!queue.get(id)) queue.add(anEntry(id));
        }
        const entries = [...queue.entries()];
        for (const state of uploadStates) {
          const inState = entries.filter((entry) => entry.state === state);
          expect(idsOf(queue.in(state))).toEqual(idsOf(inState));
          const sum = (sizeOf: (entry: UploadEntry) => number) =>
            inState.reduce((total, entry) => total + sizeOf(entry), 0);
          expect(queue.bytes(state)).toEqual({
            size: sum(({ sizeBytes }) => sizeBytes),
            sent: sum(({ sentBytes }) => sentBytes),
          });
        }
        const { left, done, duplicate, failed, count } = summarise(queue);
        expect(left + done + duplicate + failed).toBe(count);
      }),
    );
  });
});

const idsOf = (entries: Iterable<UploadEntry>) => [...entries].map(({ entryId }) => entryId).toSorted();
