import { expect, test } from "vitest";
import { folderKey, itemsOf } from "./item-keys.ts";

test("keys of files and folders lead back to their ids, each kind in its order", () => {
  expect(itemsOf(["a", folderKey("x"), "b", folderKey("y")])).toEqual({
    fileIds: ["a", "b"],
    folderIds: ["x", "y"],
  });
});
