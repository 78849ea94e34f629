import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCapture } from "./capture-date.ts";
import type { Tags } from "./tags.ts";

const now = new Date("2026-11-21T12:00:00Z");
const read = (tags: Tags, beside: object = {}) => {
  const { capturedAt, capturedOffsetMinutes, capturedAtSource } = readCapture({ tags, now, ...beside });
  return [capturedAt?.toISOString() ?? null, capturedOffsetMinutes, capturedAtSource];
};
const nothing = [null, null, null];
const original = { "EXIF:DateTimeOriginal": "2019:07:24 11:25:40" };

describe("the offset", () => {
  it("is the camera's own, which makes the date exact", () => {
    const tags = { ...original, "EXIF:OffsetTimeOriginal": "+03:00", "EXIF:SubSecTimeOriginal": "07" };
    expect(read(tags)).toEqual(["2019-07-24T08:25:40.070Z", 180, "exif"]);
  });

  it("is unknown when nothing tells, and the local time stands as it reads", () => {
    expect(read(original)).toEqual(["2019-07-24T11:25:40.000Z", null, "exif"]);
  });

  it.each([
    ["2019:07:24 08:25:12Z", "2019-07-24T08:25:40.000Z", 180],
    ["2019:07:24 05:40:40Z", "2019-07-24T05:40:40.000Z", 345],
    ["2019:07:25 00:25:40Z", "2019-07-25T00:25:40.000Z", -780],
  ])("is the difference to the satellites' clock %s", (satellites, at, offset) => {
    const tags = { ...original, "Composite:GPSDateTime": satellites };
    expect(read(tags)).toEqual([at, offset, "exif"]);
  });

  it.each([
    ["a day later, as a receiver without a fix writes", "2019:07:25 08:25:40Z"],
    ["off every quarter of an hour", "2019:07:24 08:33:00Z"],
  ])("is not taken from satellites %s", (_why, satellites) => {
    expect(read({ ...original, "Composite:GPSDateTime": satellites })).toEqual([
      "2019-07-24T11:25:40.000Z",
      null,
      "exif",
    ]);
  });

  it.each(["+25:00", "03:00", "+03:99", "", 3])("is dropped when it says %j", (offset) => {
    expect(read({ ...original, "EXIF:OffsetTimeOriginal": offset })[1]).toBeNull();
  });

  it("is that of the same clock elsewhere in the file, before the satellites' ", () => {
    const tags = { ...original, "Composite:GPSDateTime": "2019:07:24 08:25:12Z" };
    expect(read({ ...tags, "XMP:CreateDate": "2019:07:24 11:25:40.31-04:00" })[1]).toBe(-240);
    expect(read({ ...tags, "XMP:CreateDate": "2019:07:24 11:25:42-04:00" })[1]).toBe(180);
    const time = { "IPTC:DateCreated": "2019:07:24", "IPTC:TimeCreated": "11:25:40+02:00" };
    expect(read({ ...original, ...time })[1]).toBe(120);
  });

  it("of a video is found by its name, which tells local time where the container tells UTC", () => {
    const tags = { "QuickTime:CreateDate": "2024:01:31 11:35:20" };
    const named = { name: "VID_20240131_123456.mp4" };
    expect(read(tags, named)).toEqual(["2024-01-31T11:35:20.000Z", 60, "container"]);
    expect(read(tags)).toEqual(["2024-01-31T11:35:20.000Z", 0, "container"]);
  });

  it("found by two clocks gives back the one from the other, for every offset there is", () => {
    const steps = fc.integer({ min: -56, max: 56 }).map((quarters) => quarters * 15);
    const drift = fc.integer({ min: -240, max: 240 });
    fc.assert(
      fc.property(steps, drift, (offset, seconds) => {
        const wall = Date.UTC(2019, 6, 24, 11, 25, 40);
        const satellites = new Date(wall - offset * 60_000 + seconds * 1_000);
        const text = satellites.toISOString().replace(/-/g, ":").replace("T", " ").replace(".000", "");
        expect(read({ ...original, "Composite:GPSDateTime": text })[1]).toBe(offset);
      }),
    );
  });
});

describe("the order of the rules", () => {
  const everything: Tags = {
    ...original,
    "EXIF:CreateDate": "2018:01:01 10:00:00",
    "QuickTime:CreationDate": "2017:01:01 10:00:00+02:00",
    "QuickTime:MediaCreateDate": "2016:01:01 10:00:00",
    "XMP:DateCreated": "2015:01:01 10:00:00",
    "IPTC:DateCreated": "2014:01:01",
    "IPTC:TimeCreated": "10:00:00+01:00",
    "Composite:GPSDateTime": "2013:01:01 10:00:00Z",
    "ID3:Year": 2012,
  };
  const beside = {
    sidecar: { "XMP:DateTimeOriginal": "2020:01:01 10:00:00-05:00" },
    name: "IMG_20110101_100000.jpg",
    modifiedAt: new Date("2010-01-01T10:00:00Z"),
  };
  const wanted: [string, string | null, string[]][] = [
    ["sidecar", "2020-01-01T15:00:00.000Z", []],
    ["exif", "2019-07-24T11:25:40.000Z", ["EXIF:DateTimeOriginal"]],
    ["exif-digitized", "2018-01-01T10:00:00.000Z", ["EXIF:CreateDate"]],
    ["quicktime", "2017-01-01T08:00:00.000Z", ["QuickTime:CreationDate"]],
    ["container", "2016-01-01T10:00:00.000Z", ["QuickTime:MediaCreateDate"]],
    ["xmp", "2015-01-01T10:00:00.000Z", ["XMP:DateCreated"]],
    ["iptc", "2014-01-01T09:00:00.000Z", ["IPTC:DateCreated", "IPTC:TimeCreated"]],
    ["gps", "2013-01-01T10:00:00.000Z", ["Composite:GPSDateTime"]],
    ["tags", "2012-01-01T00:00:00.000Z", ["ID3:Year"]],
    ["name", "2011-01-01T10:00:00.000Z", []],
    ["modified", "2010-01-01T10:00:00.000Z", []],
  ];

  it.each(wanted.map(([source, at], index) => [source, at, index] as const))(
    "gives %s when nothing more telling is there",
    (source, at, index) => {
      const gone = wanted.slice(0, index);
      const tags = Object.fromEntries(
        Object.entries(everything).filter(([tag]) => !gone.some(([, , tags]) => tags.includes(tag))),
      );
      const left = {
        ...(gone.some(([name]) => name === "sidecar") ? {} : { sidecar: beside.sidecar }),
        ...(gone.some(([name]) => name === "name") ? {} : { name: beside.name }),
        modifiedAt: beside.modifiedAt,
      };
      const found = read(tags, left);
      expect([found[0], found[2]]).toEqual([at, source]);
    },
  );

  it("reads a time with something spoilt behind it", () => {
    expect(read({ "EXIF:DateTimeOriginal": "2009:09:09 20:27:09.60:04:00" })[0]).toBe(
      "2009-09-09T20:27:09.600Z",
    );
    expect(read({ "EXIF:DateTimeOriginal": "2009:9:9" })).toEqual(nothing);
  });

  it("passes over what is no date", () => {
    for (const bad of [
      "0000:00:00 00:00:00",
      "9999:12:31 23:59:59",
      "1970:01:01 00:00:00",
      "2027:01:01",
      "x",
    ]) {
      const tags = { "EXIF:DateTimeOriginal": bad, "EXIF:CreateDate": "2018:01:01 10:00:00" };
      expect(read(tags)[2]).toBe("exif-digitized");
      expect(read({ "EXIF:DateTimeOriginal": bad })).toEqual(nothing);
    }
  });

  it("gives a date between 1826 and tomorrow or none, whatever the tags say", () => {
    const tagNames = fc.constantFrom(...Object.keys(everything));
    const text = fc.stringMatching(
      /^\d{0,4}[:-]?\d{0,2}[:-]?\d{0,2}[ T]?\d{0,2}:?\d{0,2}:?\d{0,2}[.+Z-]?[\d:]{0,5}$/,
    );
    fc.assert(
      fc.property(fc.dictionary(tagNames, fc.oneof(text, fc.anything())), fc.string(), (tags, name) => {
        const { capturedAt, capturedOffsetMinutes } = readCapture({ tags, name, now });
        if (capturedAt) {
          expect(capturedAt.getTime()).toBeGreaterThan(Date.UTC(1825, 11, 31));
          expect(capturedAt.getTime()).toBeLessThanOrEqual(now.getTime() + 24 * 60 * 60 * 1_000);
          expect(Math.abs(capturedOffsetMinutes ?? 0)).toBeLessThanOrEqual(840);
        }
      }),
    );
  });
});
