import { expect, it } from "vitest";
import { aList } from "../file-grid/file-list-fixture.ts";
import { aFile } from "../files/file-fixture.ts";
import { previewsAround } from "./neighbours.ts";

const named = ["a", "b", "c", "d", "e", "f"].map((name) =>
  aFile({ name, pictures: name === "e" ? null : { timeline: "", card: "", preview: `/${name}` } }),
);
const { files } = aList(named);

it("loads two on each side ahead, nearest first, next before previous", () => {
  expect(previewsAround(files, 2)).toEqual(["/d", "/b", "/a"]);
  expect(previewsAround(files, 0)).toEqual(["/b", "/c"]);
  expect(previewsAround(files, 5)).toEqual(["/d"]);
});

it("loads nothing around a file that is not in the list", () => {
  expect(previewsAround(files, -1)).toEqual([]);
});
