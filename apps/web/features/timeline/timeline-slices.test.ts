import { dayMs, type TimelineOutline, type TimelineSlice } from "@alcoves/core/timeline/schema";
import { describe, expect, it } from "vitest";
import { aFile } from "../files/file-fixture.ts";
import { type LoadSlice, TimelineSlices } from "./timeline-slices.ts";

/** Three months: 3, 2 and 4 files, whose ids are their places. */
const outline: TimelineOutline = { days: [20_000, 19_960, 19_900], counts: [3, 2, 4], cuts: [] };
const placesOf: Record<number, number[]> = { 20000: [0, 1, 2], 19960: [3, 4], 19900: [5, 6, 7, 8] };

function sliceOf(places: readonly number[], day: number): TimelineSlice {
  const each = <Value>(value: Value) => places.map(() => value);
  return {
    fileIds: places.map((place) => `file ${place}`),
    names: places.map((place) => `${place}.jpg`),
    kinds: each(0),
    widthsPx: each(400),
    heightsPx: each(300),
    durationsMs: each(null),
    filedAtMs: each(day * dayMs),
    thumbhashes: each(null),
    pictureVersions: each(1),
    flags: each(0),
    ownRatings: each(null),
    isCut: false,
  };
}

function slicesWith(load?: LoadSlice, before?: TimelineSlices, of = outline) {
  const asked: number[] = [];
  const changes: number[] = [];
  const slices = new TimelineSlices(of, {
    load:
      load ??
      (async ({ newestDay }) => {
        asked.push(newestDay);
        return sliceOf(placesOf[newestDay] ?? [], newestDay);
      }),
    onChange: () => changes.push(1),
    before,
  });
  return { slices, asked, changes };
}

describe("the slices of a timeline", () => {
  it("load what is in view, once, and find files by place and by id", async () => {
    const { slices, asked } = slicesWith();
    expect(slices.count).toBe(9);
    expect(slices.at(3)).toBeUndefined();
    expect(await slices.keysOf(2, 3)).toEqual(["file 2", "file 3", "file 4"]);
    slices.want(0, 5);
    expect(asked).toEqual([20_000, 19_960]);
    expect(slices.at(3)?.name).toBe("3.jpg");
    expect(slices.at(3)).toBe(slices.at(3));
    expect([2, 3, 5].map((place) => slices.keyAt(place))).toEqual(["file 2", "file 3", undefined]);
    expect(slices.indexOf("file 4")).toBe(4);
    expect(slices.indexOf("file 7")).toBe(-1);
    expect(slices.versionOf(5, 4)).toBe(0);
    expect(slices.versionOf(0, 3)).toBeGreaterThan(0);
  });

  it("give up what a fast drag has left behind", async () => {
    const signals: AbortSignal[] = [];
    const { slices } = slicesWith((_, signal) => {
      signals.push(signal);
      return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    });
    slices.want(0, 1);
    slices.want(6, 1);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it("keep what is loaded when the outline is made anew, and let go of what has changed", async () => {
    const { slices: before } = slicesWith();
    await before.keysOf(0, 9);
    const grown = { ...outline, counts: [3, 3, 4] };
    const { slices: after, asked } = slicesWith(undefined, before, grown);
    expect(after.at(0)?.fileId).toBe("file 0");
    expect(after.at(3)).toBeUndefined();
    expect(after.at(6)?.fileId).toBe("file 5");
    after.want(0, 9);
    expect(asked).toEqual([19_960]);
  });

  it("show what is outdated until it has been loaded again, which coming into view asks for", async () => {
    const places = [0, 1, 2];
    const { slices, changes } = slicesWith(async ({ newestDay }) => sliceOf(places, newestDay));
    await slices.keysOf(0, 3);
    places[1] = 77;
    slices.outdate();
    expect(changes).toHaveLength(2);
    expect(slices.keyAt(1)).toBe("file 1");
    slices.want(0, 3);
    await expect.poll(() => slices.keyAt(1)).toBe("file 77");
    places[1] = 78;
    slices.outdate();
    expect(await slices.keysOf(0, 3)).toEqual(["file 0", "file 78", "file 2"]);
  });

  it("do not take for new what was on its way when it was outdated", async () => {
    const answers: ((slice: TimelineSlice) => void)[] = [];
    const { slices } = slicesWith(() => new Promise((resolve) => answers.push(resolve)));
    slices.want(0, 1);
    slices.outdate();
    answers[0]?.(sliceOf([0, 1, 2], 20_000));
    await expect.poll(() => slices.keyAt(0)).toBe("file 0");
    slices.want(0, 1);
    expect(answers).toHaveLength(2);
  });

  it("show a file as it is now, and say when it is filed elsewhere", async () => {
    const { slices } = slicesWith();
    await slices.keysOf(0, 3);
    const before = slices.versionOf(0, 3);
    const now = aFile({ fileId: "file 1", isFavourite: true, filedAtMs: 20_000 * dayMs });
    expect(slices.change([now])).toBe(false);
    expect(slices.at(1)?.isFavourite).toBe(true);
    expect(slices.versionOf(0, 3)).not.toBe(before);
    expect(slices.change([{ ...now, filedAtMs: 0 }])).toBe(true);
    expect(slices.change([aFile({ fileId: "a new one" })])).toBe(true);
  });

  it("say why files could not be had", async () => {
    const { slices } = slicesWith(() => Promise.reject(new Error("The server cannot be reached.")));
    await expect(slices.keysOf(0, 1)).rejects.toThrow("The server cannot be reached.");
  });

  it("are let go of where one has not been for long", async () => {
    const days = Array.from({ length: 60 }, (_, at) => 20_000 - at * 40);
    const many = { days, counts: days.map(() => 1), cuts: [] };
    const { slices } = slicesWith(async ({ newestDay }) => sliceOf([newestDay], newestDay), undefined, many);
    await slices.keysOf(0, 60);
    expect(slices.at(0)).toBeUndefined();
    expect(slices.at(59)).toBeDefined();
  });
});
