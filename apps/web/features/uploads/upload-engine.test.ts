import { beforeEach, describe, expect, it } from "vitest";
import type { PreCheckParts } from "./pre-check.ts";
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
let asked: string[] = [];

/** @param check by default nothing is there already */
function anEngine(atOnce = 2, check?: (asker: Pick<PreCheckParts, "tell">, entry: UploadEntry) => void) {
  let ids = 0;
  return createUploadEngine({
    check: (asker) => (entry) => {
      asked.push(entry.filename);
      if (check) check(asker, entry);
      else asker.tell(entry.entryId, { type: "checked" });
    },
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
    forgetUpload: async (entryId) => void forgotten.push(entryId),
    newId: () => {
      ids += 1;
      return `entry-${ids}`;
    },
    atOnce: () => atOnce,
    texts: { refused: "Refused.", unreadable: "Unreadable." },
  });
}
const entriesOf = (engine: ReturnType<typeof anEngine>) => [...engine.queue.entries()];
const states = (engine: ReturnType<typeof anEngine>) => entriesOf(engine).map(({ state }) => state);
const names = () => started.map(({ entry }) => entry.filename);

beforeEach(() => {
  started = [];
  forgotten = [];
  asked = [];
});

describe("the upload engine", () => {
  it("sends some at once and the next as soon as one arrives", async () => {
    const engine = anEngine(2);
    await engine.add([found("a"), found("b"), found("c")], target);
    expect(names()).toEqual(["a", "b"]);
    started[0]?.listener.onArrived("file-a");
    expect(names()).toEqual(["a", "b", "c"]);
    expect(states(engine)).toEqual(["processing", "uploading", "uploading"]);
  });

  it("does not send what is there already, and sends on without waiting for the answer about another", async () => {
    const sameAs = { fileId: "known", name: "a", folder: null };
    const engine = anEngine(1, ({ tell }, { entryId, filename }) => {
      if (filename === "a") tell(entryId, { type: "found", sameAs });
      if (filename === "c") tell(entryId, { type: "checked" });
    });
    await engine.add([found("a"), found("b"), found("c")], target);
    expect(states(engine)).toEqual(["duplicate", "queued", "uploading"]);
    expect(names()).toEqual(["c"]);
    expect(engine.fileOf("entry-1")).toBeUndefined();
  });

  it("does not ask about empty files, nor about what had begun", async () => {
    const engine = anEngine();
    await engine.add([found("empty", 0), found("a")], target);
    engine.pause("entry-2");
    engine.resume("entry-2");
    expect(asked).toEqual(["a"]);
    expect(names()).toEqual(["empty", "a", "a"]);
  });

  it("takes a file that is picked again once, and goes on with it when it had failed", async () => {
    const engine = anEngine(1);
    await engine.add([found("a"), found("a")], target);
    expect(states(engine)).toEqual(["uploading"]);
    started[0]?.listener.onFailed("The disk is full.");
    await engine.add([found("a")], target);
    expect(states(engine)).toEqual(["uploading"]);
  });

  it("goes on with the next when one fails, and sends all that failed again when asked", async () => {
    const engine = anEngine(1);
    await engine.add([found("a"), found("b"), found("c")], target);
    started[0]?.listener.onFailed(null);
    expect(engine.queue.get("entry-1")).toMatchObject({ state: "failed", error: "Refused." });
    started[1]?.listener.onUnreadable();
    started[2]?.listener.onArrived(null);
    await engine.retryAll();
    started[3]?.listener.onArrived(null);
    expect(names()).toEqual(["a", "b", "c", "a", "b"]);
  });

  it("stops a paused upload and goes on from the same place", async () => {
    const engine = anEngine();
    await engine.add([found("a")], target);
    engine.pause("entry-1");
    expect(started[0]?.stopped).toBe(true);
    engine.resume("entry-1");
    expect(started[1]?.entry.hasBegun).toBe(true);
  });

  it("pauses all, none taking the place of another, and resumes all", async () => {
    const engine = anEngine(1);
    await engine.add([found("a"), found("b"), found("c")], target);
    await engine.pauseAll();
    expect(states(engine)).toEqual(["paused", "paused", "paused"]);
    expect(names()).toEqual(["a"]);
    await engine.resumeAll();
    expect(states(engine).toSorted()).toEqual(["checked", "checked", "uploading"]);
  });

  it("takes a cancelled upload off the server", async () => {
    const engine = anEngine();
    await engine.add([found("a")], target);
    engine.cancel("entry-1");
    expect(states(engine)).toEqual([]);
    expect(forgotten).toEqual(["entry-1"]);
  });

  it("cancels all that has not arrived, and starts none of it meanwhile", async () => {
    const engine = anEngine(1);
    await engine.add([found("a"), found("b"), found("c")], target);
    started[0]?.listener.onArrived("file");
    await engine.cancelAll();
    expect(states(engine)).toEqual(["processing"]);
    expect(names()).toEqual(["a", "b"]);
    expect(started[1]?.stopped).toBe(true);
    await engine.clear();
    expect(engine.queue.size).toBe(0);
  });

  it("tells those who draw once for many changes", async () => {
    const engine = anEngine();
    let told = 0;
    const drawn = new Promise<void>((resolve) =>
      engine.store.subscribe(() => {
        told += 1;
        resolve();
      }),
    );
    await engine.add(
      Array.from({ length: 50 }, (_, place) => found(String(place))),
      target,
    );
    await drawn;
    expect(told).toBe(1);
  });

  it("goes on after a reload with the files that were kept and asks for the others", async () => {
    const engine = anEngine();
    await engine.add([found("a"), { ...found("b"), path: "Trip/Day 1" }], target);

    const reloaded = anEngine();
    await reloaded.restore(
      entriesOf(engine).map((entry, place) => ({ entry, file: place === 0 ? found("a").file : null })),
    );
    expect(states(reloaded)).toEqual(["uploading", "lost"]);
    expect(started.at(-1)?.entry.hasBegun).toBe(true);

    // Picked alone, without the folder it was dropped in.
    await reloaded.add([found("b")], target);
    expect(started.at(-1)?.entry.path).toBe("Trip/Day 1");
    expect(states(reloaded)).toEqual(["uploading", "uploading"]);
  });
});
