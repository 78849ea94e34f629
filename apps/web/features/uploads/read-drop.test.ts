import { describe, expect, it } from "vitest";
import { type DroppedEntry, readDrop, readPicked } from "./read-drop.ts";
import type { FoundFile } from "./upload-entry.ts";

const file = (name: string): DroppedEntry => ({
  isFile: true,
  isDirectory: false,
  name,
  file: (done) => done(new File(["x"], name)),
});

/** A folder that hands its children out two at a time, as browsers hand out a hundred. */
const folder = (name: string, children: DroppedEntry[]): DroppedEntry => ({
  isFile: false,
  isDirectory: true,
  name,
  createReader: () => {
    let at = 0;
    return {
      readEntries: (done) => {
        done(children.slice(at, at + 2));
        at += 2;
      },
    };
  },
});

const unreadable = (name: string): DroppedEntry => ({
  ...file(name),
  file: (_, failed) => failed(new DOMException("gone", "NotFoundError")),
});

/** All that a drop holds, and the names of what could not be read. */
async function read(dropped: DroppedEntry[]) {
  const found: FoundFile[] = [];
  const unread: string[] = [];
  let parts = 0;
  await readDrop(dropped, {
    onFound: (some) => {
      parts += 1;
      found.push(...some);
    },
    onUnreadable: (name) => unread.push(name),
  });
  return { found: placed(found), unread, parts };
}

const placed = (found: FoundFile[]) => found.map((each) => `${each.path}:${each.file.name}`);

describe("reading a drop", () => {
  it("keeps the tree of folders, however many files a folder has", async () => {
    const tree = folder("Trip", [
      file("1.jpg"),
      file("2.jpg"),
      folder("Day 2", [file("4.jpg")]),
      file("3.jpg"),
    ]);
    const { found } = await read([tree, file("top.jpg")]);
    expect(found).toEqual([":top.jpg", "Trip:1.jpg", "Trip:2.jpg", "Trip:3.jpg", "Trip/Day 2:4.jpg"]);
  });

  it("tells the first files before the last are read", async () => {
    const many = Array.from({ length: 9 }, (_, place) => file(`${place}.jpg`));
    expect((await read([folder("Trip", many)])).parts).toBe(5);
  });

  it("names what cannot be read and keeps the rest", async () => {
    const { found, unread } = await read([folder("Trip", [unreadable("a.jpg"), file("b.jpg")])]);
    expect(found).toEqual(["Trip:b.jpg"]);
    expect(unread).toEqual(["a.jpg"]);
  });

  it("leaves out what systems put into folders", async () => {
    const { found } = await read([folder("Trip", [file(".DS_Store"), file("._b.jpg"), file("b.jpg")])]);
    expect(found).toEqual(["Trip:b.jpg"]);
  });

  it("reads the paths of a picked folder", () => {
    const picked = Object.defineProperty(new File(["x"], "1.jpg"), "webkitRelativePath", {
      value: "Trip/Day 1/1.jpg",
    });
    const plain = Object.defineProperty(new File(["x"], "2.jpg"), "webkitRelativePath", { value: "" });
    expect(placed([...readPicked([picked, plain])])).toEqual(["Trip/Day 1:1.jpg", ":2.jpg"]);
  });
});
