import { beforeEach, describe, expect, it } from "vitest";
import type { TransferListener } from "./transfer.ts";
import { createUploadEngine } from "./upload-engine.ts";
import type { UploadEntry } from "./upload-entry.ts";

const target = { libraryId: "library", folderId: null, name: "Family" };
const found = (name: string, size = 10) => ({
  file: new File([new Uint8Array(size)], name, { lastModified: 1 }),
  path: "",
});

/** A server that sends nothing until it is told to: each started transfer is kept with its listener. */
let started: { entry: UploadEntry; listener: TransferListener; stopped: boolean }[] = [];
let forgotten: string[] = [];

function anEngine(atOnce = 2) {
  let ids = 0;
  return createUploadEngine({
    start: (entry, _file, listener) => {
      const transfer = { entry, listener, stopped: false };
      started.push(transfer);
      return {
        stop: () => {
          transfer.stopped = true;
        },
        nudge: () => undefined,
      };
    },
    forgetUpload: async (uploadUrl) => void forgotten.push(uploadUrl),
    newId: () => {
      ids += 1;
      return `entry-${ids}`;
    },
    atOnce: () => atOnce,
    texts: { refused: "Refused.", unreadable: "Unreadable." },
  });
}
const states = (engine: ReturnType<typeof anEngine>) =>
  engine.store.getState().queue.entries.map(({ state }) => state);

beforeEach(() => {
  started = [];
  forgotten = [];
});

describe("the upload engine", () => {
  it("sends some at once and the next as soon as one arrives", () => {
    const engine = anEngine(2);
    engine.add([found("a"), found("b"), found("c")], target);
    expect(started.map(({ entry }) => entry.filename)).toEqual(["a", "b"]);
    started[0]?.listener.onArrived("file-a");
    expect(started.map(({ entry }) => entry.filename)).toEqual(["a", "b", "c"]);
    expect(states(engine)).toEqual(["processing", "uploading", "uploading"]);
  });

  it("goes on with the next when one fails, and sends it again when asked", () => {
    const engine = anEngine(1);
    engine.add([found("a"), found("b")], target);
    started[0]?.listener.onFailed(null);
    expect(engine.store.getState().queue.entries[0]).toMatchObject({ state: "failed", error: "Refused." });
    started[1]?.listener.onArrived(null);
    engine.retryAll();
    expect(started.map(({ entry }) => entry.filename)).toEqual(["a", "b", "a"]);
  });

  it("stops a paused upload and goes on from the same place", () => {
    const engine = anEngine();
    engine.add([found("a")], target);
    started[0]?.listener.onLocated("/api/tus/1");
    engine.pause("entry-1");
    expect(started[0]?.stopped).toBe(true);
    engine.resume("entry-1");
    expect(started[1]?.entry.uploadUrl).toBe("/api/tus/1");
  });

  it("takes a cancelled upload off the server", () => {
    const engine = anEngine();
    engine.add([found("a")], target);
    started[0]?.listener.onLocated("/api/tus/1");
    engine.cancel("entry-1");
    expect(states(engine)).toEqual([]);
    expect(forgotten).toEqual(["/api/tus/1"]);
  });

  it("goes on after a reload with the files that were kept and asks for the others", () => {
    const engine = anEngine();
    engine.add([found("a"), { ...found("b"), path: "Trip/Day 1" }], target);
    started[0]?.listener.onLocated("/api/tus/1");
    const { entries } = engine.store.getState().queue;

    const reloaded = anEngine();
    reloaded.restore(entries.map((entry, place) => ({ entry, file: place === 0 ? found("a").file : null })));
    expect(states(reloaded)).toEqual(["uploading", "lost"]);
    expect(started.at(-1)?.entry.uploadUrl).toBe("/api/tus/1");

    // Picked alone, without the folder it was dropped in.
    reloaded.add([found("b")], target);
    expect(started.at(-1)?.entry.path).toBe("Trip/Day 1");
    expect(states(reloaded)).toEqual(["uploading", "uploading"]);
  });
});
