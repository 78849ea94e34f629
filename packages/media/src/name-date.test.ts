import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf } from "./moment.ts";
import { readNameDate } from "./name-date.ts";

const read = (name: string) => {
  const moment = readNameDate(name);
  return moment && [instantOf(moment).toISOString(), moment.offsetMinutes];
};

/** How cameras, phones and messengers name what they make at a time; `p` holds its digits. */
type Digits = Record<"y" | "mo" | "d" | "h" | "mi" | "s" | "ms", string>;
const spellings: Record<string, (p: Digits) => string> = {
  android: ({ y, mo, d, h, mi, s }) => `IMG_${y}${mo}${d}_${h}${mi}${s}.jpg`,
  samsung: ({ y, mo, d, h, mi, s }) => `${y}${mo}${d}_${h}${mi}${s}(0).jpg`,
  oppo: ({ y, mo, d, h, mi, s }) => `IMG${y}${mo}${d}${h}${mi}${s}.jpg`,
  burst: ({ y, mo, d, h, mi, s, ms }) => `00001IMG_00001_BURST${y}${mo}${d}${h}${mi}${s}${ms}_COVER.jpg`,
  screenshot: ({ y, mo, d, h, mi, s }) => `Screenshot_${y}-${mo}-${d}-${h}-${mi}-${s}.png`,
  app: ({ y, mo, d, h, mi, s }) => `Screenshot_${y}${mo}${d}-${h}${mi}${s}_Maps.png`,
  dropbox: ({ y, mo, d, h, mi, s }) => `${y}-${mo}-${d} ${h}.${mi}.${s}.jpg`,
  whatsapp: ({ y, mo, d, h, mi, s }) => `WhatsApp Image ${y}-${mo}-${d} at ${h}.${mi}.${s} (1).jpeg`,
  signal: ({ y, mo, d, h, mi, s, ms }) => `signal-${y}-${mo}-${d}-${h}-${mi}-${s}-${ms}.jpg`,
  drone: ({ y, mo, d, h, mi, s }) => `DJI_${y}${mo}${d}${h}${mi}${s}_0001_D.MP4`,
  mac: ({ y, mo, d, h, mi, s }) => `Bildschirmfoto ${y}-${mo}-${d} um ${h}.${mi}.${s}.png`,
};
const digitsOf = (date: Date): Digits => {
  const [y = "", mo = "", d = "", h = "", mi = "", s = "", ms = ""] = date.toISOString().split(/[-T:.Z]/);
  return { y, mo, d, h, mi, s, ms };
};
const dates = fc.date({
  min: new Date("1990-01-01T00:00:00Z"),
  max: new Date("2037-12-31T23:59:59Z"),
  noInvalidDate: true,
});

describe("readNameDate", () => {
  it.each(Object.entries(spellings))(
    "reads local time as %s spells it, whatever the time",
    (_name, spell) => {
      fc.assert(
        fc.property(dates, (date) => {
          const moment = readNameDate(spell(digitsOf(date)));
          expect(moment?.offsetMinutes).toBeNull();
          expect(Math.abs((moment?.wallMs ?? 0) - date.getTime())).toBeLessThan(1_000);
        }),
      );
    },
  );

  it("reads what Pixel phones write as UTC, to the millisecond", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const { y, mo, d, h, mi, s, ms } = digitsOf(date);
        const name = `PXL_${y}${mo}${d}_${h}${mi}${s}${ms}.MP.jpg`;
        expect(readNameDate(name)).toEqual({ wallMs: date.getTime(), offsetMinutes: 0 });
      }),
    );
  });

  it("gives a moment between 1990 and 2100 or none, whatever the name", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d_. :-]{0,30}$/)), (name) => {
        const moment = readNameDate(name);
        if (moment) expect(new Date(moment.wallMs).toISOString()).toMatch(/^(199|20)/);
      }),
    );
  });

  it.each([
    ["VID-20240131-WA0001.mp4", "2024-01-31T00:00:00.000Z", null],
    ["2024-01-31.jpg", "2024-01-31T00:00:00.000Z", null],
    ["WhatsApp Video 2024-01-31 at 12.34.56 AM.mp4", "2024-01-31T00:34:56.000Z", null],
    ["Screen Shot 2024-01-31 at 1.34.56 PM.png", "2024-01-31T00:00:00.000Z", null],
    ["Screen Shot 2024-01-31 at 01.34.56\u202fPM.png", "2024-01-31T13:34:56.000Z", null],
    ["signal-2024-01-31-123456.jpg", "2024-01-31T12:34:56.000Z", null],
    ["FB_IMG_1706704496000.jpg", "2024-01-31T12:34:56.000Z", 0],
  ])("reads %s", (name, at, offset) => expect(read(name)).toEqual([at, offset]));

  it.each([
    "IMG_1234.JPG",
    "DSC00001.jpg",
    "20241331_123456.jpg",
    "20240230_123456.jpg",
    "IMG_18991231_123456.jpg",
    "12345678901234567890.jpg",
    "a3f5e2024013112345699.jpg",
    "",
  ])("finds nothing in %j", (name) => expect(read(name)).toBeNull());
});
