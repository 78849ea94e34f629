import type { AlbumSummary } from "@alcoves/core/albums/schema";
import { expect, test } from "vitest";
import { albumPath, albumTree, coverOf } from "./album-tree.ts";

const album = (albumId: string, parentId: string | null, cover: string | null = null): AlbumSummary => ({
  albumId,
  parentId,
  name: albumId,
  description: null,
  fileCount: cover ? 1 : 0,
  cover: cover ? { fileId: cover, thumbhash: null, pictures: null } : null,
  mayChange: true,
});
const albums = [album("a", null), album("b", null, "1"), album("a1", "a"), album("a11", "a1", "2")];

test("albums are listed from the top down, each followed by those in it", () => {
  expect(albumTree(albums).map(({ album, depth }) => [album.albumId, depth])).toEqual([
    ["a", 0],
    ["a1", 1],
    ["a11", 2],
    ["b", 0],
  ]);
  expect(albumTree(albums, "a1").map(({ album }) => album.albumId)).toEqual(["a", "b"]);
});

test("the way to an album begins at the top", () => {
  expect(albumPath(albums, "a11").map(({ albumId }) => albumId)).toEqual(["a", "a1", "a11"]);
  expect(albumPath(albums, "gone")).toEqual([]);
});

test("an album without files shows the cover of one in it", () => {
  const coverFileOf = (index: number) => coverOf(albums, albums[index] ?? album("", null))?.fileId;
  expect([0, 1, 2].map(coverFileOf)).toEqual(["2", "1", "2"]);
  expect(coverOf([album("c", null)], album("c", null))).toBeNull();
});
