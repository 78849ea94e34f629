import { expect, it } from "vitest";
import { panelOrder } from "./panel-order.ts";
import { newEntry, type UploadState } from "./upload-entry.ts";

const target = { libraryId: "library", folderId: null, name: "Family" };
const entry = (entryId: string, state: UploadState) => ({
  ...newEntry({ file: new File([], entryId), path: "" }, target, entryId),
  state,
});

it("shows first what moves, then what needs a person, then what waits, last what is done", () => {
  const entries = [
    entry("done", "ready"),
    entry("next", "queued"),
    entry("wrong", "failed"),
    entry("first", "uploading"),
    entry("second", "waiting"),
    entry("gone", "lost"),
  ];
  const order = panelOrder(entries).map(({ entryId }) => entryId);
  expect(order).toEqual(["first", "second", "wrong", "gone", "next", "done"]);
});
