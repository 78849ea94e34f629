import { expect, test } from "vitest";
import { aList } from "../file-grid/file-list-fixture.ts";
import { aFile } from "../files/file-fixture.ts";
import { beforeAt, beforeStep, inOrder } from "./arrange-places.ts";

const files = ["a", "b", "c", "d", "e"].map((fileId) => aFile({ fileId }));
const list = aList(files);

test("chosen files go in the order of the album, whatever the order of the choosing", () => {
  expect(inOrder(list, new Set(["d", "a", "c"]))).toEqual(["a", "c", "d"]);
});

test("a step earlier passes one file, a step later too, and neither leads beyond the ends", async () => {
  expect(await beforeStep(list, new Set(["c"]), "earlier")).toBe("b");
  expect(await beforeStep(list, new Set(["c"]), "later")).toBe("e");
  expect(await beforeStep(list, new Set(["b", "c"]), "later")).toBe("e");
  expect(await beforeStep(list, new Set(["a"]), "earlier")).toBe("b");
  expect(await beforeStep(list, new Set(["d"]), "later")).toBeNull();
  expect(await beforeStep(list, new Set(["a", "c"]), "start")).toBe("b");
  expect(await beforeStep(list, new Set(["a"]), "end")).toBeNull();
});

test("what is dropped among the chosen goes before the first behind them, loaded or not", async () => {
  expect(await beforeAt(list, 1, new Set(["b", "c"]))).toBe("d");
  const growing = aList(files.slice(0, 3), { hasMore: true, loadUntil: async () => files });
  expect(await beforeAt(growing, 2, new Set(["c"]))).toBe("d");
});
