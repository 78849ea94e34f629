import { describe, expect, it } from "vitest";
import { aFile } from "./file-fixture.ts";
import { comparisonOf } from "./file-order.ts";

const sorted = (names: string[], way: "ascending" | "descending" = "ascending") =>
  names
    .map((name) => aFile({ fileId: name, name }))
    .toSorted(comparisonOf({ order: "name", way }))
    .map(({ name }) => name);

describe("files in an order", () => {
  it("have numbers in their names sorted by value, and letter case last", () => {
    expect(sorted(["img10", "IMG2", "img2", "img1", "Ärger", "zoo", "_x"])).toEqual([
      "_x",
      "Ärger",
      "img1",
      "img2",
      "IMG2",
      "img10",
      "zoo",
    ]);
  });

  it("stand the other way round when asked", () => {
    expect(sorted(["a", "b"], "descending")).toEqual(["b", "a"]);
  });

  it("are sorted by type and then by name", () => {
    const files = [
      aFile({ fileId: "1", name: "b", mimeType: "image/png" }),
      aFile({ fileId: "2", name: "a", mimeType: "image/png" }),
      aFile({ fileId: "3", name: "c", mimeType: "image/jpeg" }),
    ];
    const order = files.toSorted(comparisonOf({ order: "type", way: "ascending" }));
    expect(order.map(({ name }) => name)).toEqual(["c", "a", "b"]);
  });

  it("of one date stand by their ids", () => {
    const files = ["1", "3", "2"].map((fileId) => aFile({ fileId }));
    const order = files.toSorted(comparisonOf({ order: "date", way: "descending" }));
    expect(order.map(({ fileId }) => fileId)).toEqual(["3", "2", "1"]);
  });
});
