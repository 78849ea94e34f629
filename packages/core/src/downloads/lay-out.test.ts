import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeName } from "./entry-names.ts";
import type { FoundFile } from "./find-contents.ts";
import { layOut } from "./lay-out.ts";

const now = new Date("2026-01-01");
const file = (fileId: string, name: string, facts: Partial<FoundFile> = {}): FoundFile => ({
  fileId,
  name,
  folderId: null,
  companionOfId: null,
  sizeBytes: 1,
  modifiedAt: now,
  ...facts,
});
const paths = (
  files: FoundFile[],
  folders: { folderId: string; parentId: string | null; name: string }[] = [],
) => layOut({ files, folders, clips: [] }, now).map(({ path }) => path);

describe("a name in an archive", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["..\\..\\boot.ini", "boot.ini"],
    ["C:evil.exe", "C_evil.exe"],
    ["CON", "_CON"],
    ["nul.tar.gz", "_nul.tar.gz"],
    ["com1 .txt", "_com1 .txt"],
    ["LPT².pdf", "_LPT².pdf"],
    ["console.log", "console.log"],
    ["ends with dots...", "ends with dots"],
    ["ends with a space ", "ends with a space"],
    ["...", "unnamed"],
    ["..", "unnamed"],
    ["", "unnamed"],
    ['<img src=x onerror="alert(1)">.jpg', "_img src=x onerror=_alert(1)__.jpg"],
    ["a\u0000b\nc\u0007.jpg", "abc.jpg"],
    ["photo\u202Egpj.exe", "photogpj.exe"],
    ["a?*|.jpg", "a___.jpg"],
    ["-rf", "-rf"],
    ["e\u0301te\u0301.jpg", "\u00e9t\u00e9.jpg"],
    ["\ud83c.jpg", "\ufffd.jpg"],
    ["🌻".repeat(100), "🌻".repeat(60)],
  ])("of %j is %j", (label, name) => {
    expect(safeName(label)).toBe(name);
  });
});

describe("the layout of an archive", () => {
  it("numbers what has one name in one folder, letter case and composition aside", () => {
    const files = ["a.jpg", "A.JPG", "a.jpg", "a (2).jpg", "é.png", "e\u0301.png"];
    expect(paths(files.map((name, index) => file(String(index), name)))).toEqual([
      "a.jpg",
      "A (2).JPG",
      "a (3).jpg",
      "a (2) (2).jpg",
      "é.png",
      "é (2).png",
    ]);
  });

  it("keeps companions beside their file, under its number", () => {
    const files = [
      file("1", "IMG_1.heic"),
      file("2", "IMG_1.HEIC"),
      file("3", "IMG_1.mov", { companionOfId: "2" }),
      file("4", "IMG_1.HEIC.xmp", { companionOfId: "2" }),
    ];
    expect(paths(files)).toEqual(["IMG_1.heic", "IMG_1 (2).HEIC", "IMG_1 (2).mov", "IMG_1 (2).HEIC.xmp"]);
  });

  it("keeps the tree of folders, their names apart from those of files, and the empty ones", () => {
    const folders = [
      { folderId: "in", parentId: "s", name: "Beach" },
      { folderId: "s", parentId: null, name: "Summer" },
      { folderId: "e", parentId: "s", name: "empty." },
    ];
    const files = [
      file("1", "Summer"),
      file("2", "a.jpg", { folderId: "in" }),
      file("3", "a.jpg", { folderId: "s" }),
      file("4", "a.jpg", { folderId: "elsewhere" }),
    ];
    expect(paths(files, folders)).toEqual([
      "Summer/empty/",
      "Summer (2)",
      "Summer/Beach/a.jpg",
      "Summer/a.jpg",
      "a.jpg",
    ]);
  });

  it("is one that every file system takes, whatever things are called", { timeout: 60_000 }, () => {
    const name = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "a",
        "A",
        "a.jpg",
        "a (2).jpg",
        "CON",
        "..",
        "b",
        "b.",
        "x".repeat(300),
        "é",
        "e\u0301",
        "ß",
        "ẞ",
        "SS",
      ),
    );
    const parent = fc.option(fc.nat({ max: 5 }));
    fc.assert(
      fc.property(
        fc.array(fc.record({ name, parent }), { maxLength: 6 }),
        fc.array(fc.record({ name, parent, of: parent }), { maxLength: 20 }),
        (folders, files) => {
          const placed = paths(
            files.map(({ name, parent, of }, index) =>
              file(`f${index}`, name, {
                folderId: parent === null ? null : `d${parent}`,
                companionOfId: of !== null && of < index ? `f${of}` : null,
              }),
            ),
            // A folder stands in one that is named before it, or at the top.
            folders.map(({ name, parent }, index) => ({
              folderId: `d${index}`,
              parentId: parent !== null && parent < index ? `d${parent}` : null,
              name,
            })),
          );
          expect(placed.filter((path) => !path.endsWith("/"))).toHaveLength(files.length);
          const folded = placed.map((path) => path.toLowerCase());
          expect(new Set(folded).size).toBe(folded.length);
          for (const path of folded) expect(folded.some((other) => other.startsWith(`${path}/`))).toBe(false);
          for (const part of placed.flatMap((path) => path.replace(/\/$/, "").split("/"))) {
            expect(part).not.toMatch(/[\p{Cc}<>:"|?*\\]|[. ]$|^\.*$|^(con|nul)(\.|$)/iu);
            expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
          }
        },
      ),
    );
  });
});
