import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptyQueue,
  entryOf,
  nextToStart,
  queueOf,
  reduceQueue,
  summarise,
  type UploadAction,
} from "./queue.ts";
import { newEntry, type UploadEntry } from "./upload-entry.ts";

const target = { libraryId: "library", folderId: null, name: "Family" };
const anEntry = (entryId: string, sizeBytes = 100): UploadEntry => {
  const file = new File([new Uint8Array(sizeBytes)], `${entryId}.jpg`, { lastModified: 1 });
  return newEntry({ file, path: "" }, target, entryId);
};
const after = (actions: UploadAction[]) => actions.reduce(reduceQueue, emptyQueue);
const added = (...ids: string[]): UploadAction => ({ type: "added", entries: ids.map((id) => anEntry(id)) });

describe("the upload queue", () => {
  it("takes a file from queued to ready", () => {
    const states: (string | undefined)[] = [];
    let queue = after([added("a")]);
    for (const action of [
      { type: "started", entryId: "a" },
      { type: "progressed", entryId: "a", sentBytes: 60 },
      { type: "arrived", entryId: "a", fileId: "file" },
      { type: "finished", entryId: "a" },
    ] satisfies UploadAction[]) {
      queue = reduceQueue(queue, action);
      states.push(entryOf(queue, "a")?.state);
    }
    expect(states).toEqual(["uploading", "uploading", "processing", "ready"]);
    expect(summarise(queue)).toMatchObject({ done: 1, left: 0, percent: 100, isActive: false });
  });

  it("starts files in order and never more than allowed at once", () => {
    const queue = after([added("a", "b", "c"), { type: "started", entryId: "a" }]);
    expect(nextToStart(queue, 2).map(({ entryId }) => entryId)).toEqual(["b"]);
    expect(nextToStart(queue, 1)).toEqual([]);
  });

  it("counts an upload that waits for the network as under way", () => {
    const queue = after([
      added("a", "b"),
      { type: "started", entryId: "a" },
      { type: "interrupted", entryId: "a" },
    ]);
    expect(entryOf(queue, "a")?.state).toBe("waiting");
    expect(nextToStart(queue, 1)).toEqual([]);
    expect(summarise(queue).isActive).toBe(true);
  });

  it("does not take the same file for the same place twice", () => {
    expect(
      after([added("a"), { type: "added", entries: [{ ...anEntry("a"), entryId: "other" }] }]).entries,
    ).toHaveLength(1);
  });

  it("goes on with a lost file once it is picked again", () => {
    const lost = queueOf([{ ...anEntry("a"), state: "lost", sentBytes: 40, uploadUrl: "/api/tus/1" }]);
    const queue = reduceQueue(lost, { type: "added", entries: [{ ...anEntry("a"), entryId: "other" }] });
    expect(queue.entries).toMatchObject([{ entryId: "a", state: "queued", uploadUrl: "/api/tus/1" }]);
  });

  it("retries all that failed and nothing else", () => {
    const fail = (entryId: string): UploadAction => ({ type: "failed", entryId, error: "The disk is full." });
    const queue = after([
      added("a", "b", "c"),
      fail("a"),
      fail("c"),
      { type: "paused", entryId: "b" },
      { type: "retriedAll" },
    ]);
    expect(queue.entries.map(({ state, error }) => [state, error])).toEqual([
      ["queued", null],
      ["paused", null],
      ["queued", null],
    ]);
  });

  it("ignores news of what was cancelled", () => {
    const queue = after([added("a"), { type: "cancelled", entryId: "a" }]);
    expect(reduceQueue(queue, { type: "progressed", entryId: "a", sentBytes: 5 })).toBe(queue);
  });

  it("clears what is done and keeps what is not", () => {
    const queue = after([
      added("a", "b"),
      { type: "arrived", entryId: "a", fileId: "file" },
      { type: "cleared" },
    ]);
    expect(queue.entries.map(({ entryId }) => entryId)).toEqual(["b"]);
  });

  it("keeps totals that a fresh count confirms, whatever happens", () => {
    const entryId = fc.constantFrom("a", "b", "c", "d");
    const anyAction: fc.Arbitrary<UploadAction> = fc.oneof(
      entryId.map((id) => added(id)),
      fc.record({
        type: fc.constantFrom(
          "started",
          "interrupted",
          "finished",
          "paused",
          "resumed",
          "retried",
          "cancelled",
        ),
        entryId,
      }),
      fc.record({ type: fc.constant("progressed"), entryId, sentBytes: fc.nat(150) }),
      fc.record({ type: fc.constant("arrived"), entryId, fileId: fc.option(fc.constant("file")) }),
      fc.record({ type: fc.constant("failed"), entryId, error: fc.constant("No.") }),
      fc.constant<UploadAction>({ type: "retriedAll" }),
      fc.constant<UploadAction>({ type: "cleared" }),
    );
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 60 }), (actions) => {
        const queue = after(actions);
        const { totalBytes, sentBytes, counts, places } = queueOf(queue.entries);
        expect({ ...queue }).toMatchObject({ totalBytes, sentBytes, counts });
        expect(queue.places).toEqual(places);
        expect(queue.sentBytes).toBeLessThanOrEqual(queue.totalBytes);
      }),
    );
  });

  it("touches one of 50,000 entries and leaves the others as they are", () => {
    const queue = queueOf(Array.from({ length: 50_000 }, (_, place) => anEntry(String(place), 0)));
    const next = reduceQueue(queue, { type: "started", entryId: "200" });
    const changed = next.entries.filter((entry, place) => entry !== queue.entries[place]);
    expect(changed.map((entry) => entry.entryId)).toEqual(["200"]);
    expect(next.places).toBe(queue.places);
    expect(next.counts.uploading).toBe(1);
  });
});
