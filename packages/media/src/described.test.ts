import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDescribed } from "./described.ts";

describe("readDescribed", () => {
  it("takes XMP before IPTC before EXIF, and every keyword once", () => {
    const read = readDescribed({
      "EXIF:ImageDescription": "third",
      "IPTC:Caption-Abstract": "second",
      "XMP:Description": "first",
      "IPTC:ObjectName": "name",
      "XMP:Subject": ["a", "b"],
      "IPTC:Keywords": "b",
      "EXIF:XPKeywords": "c;a",
    });
    expect(read).toMatchObject({ description: "first", title: "name", keywords: ["a", "b", "c"] });
  });

  it("reads the tags of a sound", () => {
    const read = readDescribed({
      "ID3:Title": "Blue",
      "ID3:Artist": "Joni",
      "ID3:Album": "Blue",
      "ID3:Genre": "Folk",
      "ID3:Track": "3/10",
    });
    expect(read).toMatchObject({
      title: "Blue",
      artist: "Joni",
      album: "Blue",
      genre: "Folk",
      trackNumber: 3,
    });
  });

  it.each([
    [5, 5],
    ["3", 3],
    [2.6, 3],
    [-1, null],
    [0, null],
    [99, null],
    ["no", null],
  ])("takes a rating of %j for %j", (Rating, rating) => {
    expect(readDescribed({ "XMP:Rating": Rating }).rating).toBe(rating);
  });

  it.each(["OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM\\100MEDIA\\DJI_0001.JPG", "  ", "\u0000"])(
    "takes %j, which cameras write into every picture, for nothing",
    (text) => expect(readDescribed({ "EXIF:ImageDescription": text }).description).toBeNull(),
  );

  it("gives bounded text without controls, whatever the tags hold", () => {
    const names = [
      "XMP:Title",
      "XMP:Description",
      "XMP:Subject",
      "IPTC:Keywords",
      "XMP:Rating",
      "ID3:Track",
      "ID3:Artist",
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.anything()), (tags) => {
        const { title, description, keywords, rating, trackNumber } = readDescribed(tags);
        expect((title ?? "x").length).toBeGreaterThan(0);
        expect((title ?? "").length).toBeLessThanOrEqual(200);
        expect((description ?? "").length).toBeLessThanOrEqual(5_000);
        expect((keywords ?? []).length).toBeLessThanOrEqual(100);
        for (const text of [title, description, ...(keywords ?? [])]) {
          expect(text ?? "").not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
          expect((text ?? "").isWellFormed()).toBe(true);
        }
        expect(rating === null || (Number.isInteger(rating) && rating >= 1 && rating <= 5)).toBe(true);
        expect(trackNumber === null || Number.isInteger(trackNumber)).toBe(true);
      }),
    );
  });

  it("holds a text of megabytes to its bound", () => {
    const read = readDescribed({
      "XMP:Description": "<b>".repeat(1_000_000),
      "XMP:Subject": Array(5_000).fill("x"),
    });
    expect(read.description).toHaveLength(5_000);
    expect(read.keywords).toEqual(["x"]);
  });
});
