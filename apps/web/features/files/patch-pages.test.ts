import type { FilePage } from "@alcoves/core/files/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aFile } from "./file-fixture.ts";
import { comparisonOf } from "./file-order.ts";
import { patchPages } from "./patch-pages.ts";

const file = (fileId: string, hour: number, name = fileId) =>
  aFile({ fileId, name, filedAtMs: Date.UTC(2026, 9, 14) + hour * 3_600_000 });
const compare = comparisonOf({ order: "date", way: "descending" });
const top = { folderId: null, compare };
const page = (ids: [string, number][], nextCursor: string | null = null): FilePage => ({
  files: ids.map(([id, hour]) => file(id, hour)),
  nextCursor,
});
const names = (pages: FilePage[]) => pages.map((each) => each.files.map(({ name }) => name));

describe("patching the pages of a folder", () => {
  const pages = [
    page(
      [
        ["a", 9],
        ["b", 8],
      ],
      "next",
    ),
    page([
      ["c", 7],
      ["d", 6],
    ]),
  ];

  it("changes a file in place and leaves the other page as it is", () => {
    const patched = patchPages(pages, top, { fileIds: ["c"], files: [file("c", 7, "changed")] });
    expect(names(patched)).toEqual([
      ["a", "b"],
      ["changed", "d"],
    ]);
    expect(patched[0]).toBe(pages[0]);
  });

  it("takes out what is gone and what moved to another folder", () => {
    const moved = { ...file("d", 6), folderId: "elsewhere" };
    expect(names(patchPages(pages, top, { fileIds: ["a", "d"], files: [moved] }))).toEqual([["b"], ["c"]]);
  });

  it("puts a new file where its date belongs", () => {
    expect(names(patchPages(pages, top, { fileIds: ["n"], files: [file("n", 8.5)] }))).toEqual([
      ["a", "n", "b"],
      ["c", "d"],
    ]);
    expect(names(patchPages(pages, top, { fileIds: ["n"], files: [file("n", 1)] }))).toEqual([
      ["a", "b"],
      ["c", "d", "n"],
    ]);
  });

  it("moves a file whose capture date became known", () => {
    expect(names(patchPages(pages, top, { fileIds: ["a"], files: [file("a", 6.5)] }))).toEqual([
      ["b"],
      ["c", "a", "d"],
    ]);
  });

  it("leaves out what lies beyond the files loaded", () => {
    const open = [page([["a", 9]], "next")];
    expect(names(patchPages(open, top, { fileIds: ["n"], files: [file("n", 1)] }))).toEqual([["a"]]);
  });

  it("gives what listing anew would give", () => {
    const anyFiles = fc.uniqueArray(
      fc.record({ id: fc.integer({ min: 0, max: 30 }), hour: fc.integer({ min: 0, max: 6 }) }),
      {
        selector: ({ id }) => id,
        maxLength: 20,
      },
    );
    const listed = (files: { id: number; hour: number }[]) =>
      files.map(({ id, hour }) => file(String(id), hour)).toSorted(compare);
    fc.assert(
      fc.property(anyFiles, anyFiles, (before, after) => {
        const fileIds = [...new Set([...before, ...after].map(({ id }) => String(id)))];
        const all = listed(before);
        const half = all.length >> 1;
        const loaded = [
          { files: all.slice(0, half), nextCursor: "next" },
          { files: all.slice(half), nextCursor: null },
        ];
        const patched = patchPages(loaded, top, { fileIds, files: listed(after) });
        expect(patched.flatMap(({ files }) => files.map(({ fileId }) => fileId))).toEqual(
          listed(after).map(({ fileId }) => fileId),
        );
      }),
    );
  });
});
