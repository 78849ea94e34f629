import { expect, it } from "vitest";
import { panelOrder } from "./panel-order.ts";
import { UploadQueue } from "./queue.ts";
import { newEntry, type UploadState } from "./upload-entry.ts";

const target = { libraryId: "library", folderId: null, name: "Family" };
const entry = (entryId: string, state: UploadState) => ({
  ...newEntry({ file: new File([], entryId), path: "" }, target, entryId),
  state,
});

it("shows first what moves, then what needs a person, then what waits, last what is done", () => {
  const queue = new UploadQueue();
  for (const [entryId, state] of [
    ["done", "ready"],
    ["known", "duplicate"],
    ["next", "checked"],
    ["wrong", "failed"],
    ["first", "uploading"],
    ["second", "waiting"],
    ["gone", "lost"],
  ] as const)
    queue.add(entry(entryId, state));
  const order = panelOrder(queue).map(({ entryId }) => entryId);
  expect(order).toEqual(["first", "second", "wrong", "gone", "next", "known", "done"]);
});
