import { indexCues } from "@alcoves/cues";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cueAt, lastBegun } from "./cue-at.ts";
import { findInTranscript, markedParts } from "./find-in-transcript.ts";
import { readCaptionFile } from "./read-caption-file.ts";
import { nearestPlace, soundsOf } from "./sounds-of.ts";
import { topWords } from "./top-words.ts";
import { cuesOf } from "./transcript-fixture.ts";

describe("the cue at a time", () => {
  it("is the last that has begun and still lasts, as one finds by looking at each", () => {
    const places = fc.array(fc.tuple(fc.nat(50), fc.nat(20)), { maxLength: 30 });
    fc.assert(
      fc.property(places, fc.integer({ min: -5, max: 80 }), (given, ms) => {
        const cues = given
          .map(([startMs, lengthMs]) => ({ startMs, endMs: startMs + lengthMs }))
          .sort((a, b) => a.startMs - b.startMs);
        const last = cues.findLastIndex(({ startMs }) => startMs <= ms);
        expect(lastBegun(cues, ms)).toBe(last);
        expect(cueAt(cues, ms)).toBe(last >= 0 && ms < (cues[last]?.endMs ?? 0) ? last : -1);
      }),
    );
  });

  it("is none before, between and after cues", () => {
    const cues = cuesOf("speech", [1, 2, "a"], [3, 4, "b"]);
    expect([0, 1_000, 1_999, 2_000, 3_500, 4_000].map((ms) => cueAt(cues, ms))).toEqual([
      -1, 0, 0, -1, 1, -1,
    ]);
    expect(cueAt([], 0)).toBe(-1);
  });
});

it("counts the words that tell of something, in any language, and only of speech", () => {
  const index = indexCues([
    ...cuesOf(
      "speech",
      [0, 1, "The cake! Cut the CAKE."],
      [1, 2, "Le gâteau, das Geburtstagskind und der Gateau"],
    ),
    ...cuesOf("speech", [2, 3, "2024 2024 don't don't you you, Geburtstagskind cake"], [3, 4, "once"]),
    ...cuesOf("audio", [0, 1, "Laughter"], [1, 2, "Laughter"]),
  ]);
  expect(topWords(index, 10)).toEqual([
    { word: "cake", count: 3 },
    { word: "gateau", count: 2 },
    { word: "geburtstagskind", count: 2 },
  ]);
  expect(topWords(index, 1)).toHaveLength(1);
  expect(topWords(indexCues([]), 10)).toEqual([]);
});

describe("sounds", () => {
  const cues = [
    ...cuesOf("audio", [10, 12, "Laughter", 0.4], [1, 2, "Laughter", 0.9], [0, 20, "Music"]),
    ...cuesOf("speech", [0, 90, "Laughter"]),
  ];
  it("are summed up by their label, the longest first", () => {
    expect(
      soundsOf(cues).map(({ label, totalMs, score, places }) => [label, totalMs, score, places.length]),
    ).toEqual([
      ["Music", 20_000, null, 1],
      ["Laughter", 3_000, 0.9, 2],
    ]);
    expect(soundsOf([])).toEqual([]);
  });
  it.each([
    [0, 1_000],
    [1_500, 1_000],
    [5_900, 1_000],
    [6_100, 10_000],
    [99_000, 10_000],
  ])("have a place nearest to %d ms", (ms, startMs) => {
    const places = soundsOf(cues)[1]?.places ?? [];
    expect(nearestPlace(places, ms)?.startMs).toBe(startMs);
  });
});

describe("looking for a text", () => {
  it("finds it whatever its case and accents, in speech alone", () => {
    const index = indexCues([
      ...cuesOf("speech", [0, 1, "Über den Wolken"], [1, 2, "Wolke"]),
      ...cuesOf("audio", [0, 1, "Wolken"]),
    ]);
    expect(findInTranscript(index, " UBER  DEN ")).toEqual([0]);
    expect(findInTranscript(index, "wolk")).toEqual([0, 1]);
    for (const query of ["", "  ", "x"]) expect(findInTranscript(index, query)).toEqual([]);
  });
  it("parts a text into what was looked for and the rest, and loses nothing", () => {
    expect(markedParts("Cut the cake, cut it", "CUT")).toEqual(["", "Cut", " the cake, ", "cut", " it"]);
    expect(markedParts("Cut", "")).toEqual(["Cut"]);
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(text, text, (text, query) => {
        expect(markedParts(text, query).join("")).toBe(text);
      }),
    );
  });
});

it.each([
  ["UTF-8", [0xc3, 0xbc]],
  ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, 0xc3, 0xbc]],
  ["Windows-1252", [0xfc]],
  ["UTF-16, least byte first", [0xff, 0xfe, 0xfc, 0]],
  ["UTF-16, least byte last", [0xfe, 0xff, 0, 0xfc]],
])("reads captions in %s", async (_, bytes) => {
  expect(await readCaptionFile(new Blob([Uint8Array.from(bytes)]))).toBe("ü");
});
