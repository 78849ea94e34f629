import { describe, expect, it } from "vitest";
import { aList } from "../file-grid/file-list-fixture.ts";
import { aFile } from "../files/file-fixture.ts";
import type { ViewedFiles } from "../viewer/viewed-files.ts";
import { soundBeside, soundsAround } from "./sound-queue.ts";

const onPage = ["photo", "a", "b", "video", "c"].map((name) =>
  aFile({ fileId: name, name, kind: name === "photo" || name === "video" ? name : "audio" }),
);
const { files } = aList(onPage);
const ids = (found: readonly { fileId: string }[]) => found.map(({ fileId }) => fileId);

describe("what plays next", () => {
  it("is the sounds of the page in its order, whatever lies between them", () => {
    expect(ids(soundsAround(files, "b"))).toEqual(["a", "b", "c"]);
    expect(soundsAround(files, "elsewhere")).toEqual([]);
  });

  it("leaves out what is not loaded", () => {
    const sparse: ViewedFiles = { ...files, at: (index) => (index === 1 ? undefined : files.at(index)) };
    expect(ids(soundsAround(sparse, "b"))).toEqual(["b", "c"]);
  });

  it("is nothing after the last and before the first", () => {
    const queue = soundsAround(files, "a");
    expect(soundBeside(queue, "b", 1)?.fileId).toBe("c");
    expect(soundBeside(queue, "b", -1)?.fileId).toBe("a");
    expect(soundBeside(queue, "c", 1)).toBeNull();
    expect(soundBeside(queue, "a", -1)).toBeNull();
    expect(soundBeside(queue, "elsewhere", 1)).toBeNull();
  });
});
