import { ExifDate, ExifDateTime, type Tags } from "exiftool-vendored";

/** Where a capture date may stand, most telling first. */
const sources = [
  "SubSecDateTimeOriginal",
  "DateTimeOriginal",
  "SubSecCreateDate",
  "CreationDate",
  "CreateDate",
  "MediaCreateDate",
  "SubSecMediaCreateDate",
  "DateTimeCreated",
  "GPSDateTime",
] as const;

/** The oldest photograph that is left is of 1826. */
const oldestYear = 1826;
const dayMs = 24 * 60 * 60 * 1_000;

/**
 * The moment a file was captured. With an offset it is exact; without one the camera's local time is kept as if it were
 * UTC, so that it reads the same everywhere. Zero dates and those of the future are no dates.
 */
export function readCapture(tags: Tags, now = new Date()) {
  for (const source of sources) {
    const value: unknown = Reflect.get(tags, source);
    const found = momentOf(value);
    if (!found || !isSane(found, now)) continue;
    const { capturedAt, capturedAtOffsetMinutes } = found;
    return { capturedAt, capturedAtOffsetMinutes, capturedAtSource: source };
  }
  return { capturedAt: null, capturedAtOffsetMinutes: null, capturedAtSource: null };
}

interface Moment {
  /** As written. */
  year: number;
  capturedAt: Date;
  capturedAtOffsetMinutes: number | null;
}

function momentOf(value: unknown): Moment | null {
  if (value instanceof ExifDate) {
    return {
      year: value.year,
      capturedAt: new Date(Date.UTC(value.year, (value.month ?? 1) - 1, value.day ?? 1)),
      capturedAtOffsetMinutes: null,
    };
  }
  if (!(value instanceof ExifDateTime)) return null;
  const { year, month, day, hour, minute, second, millisecond = 0, tzoffsetMinutes } = value;
  // What the file itself says counts; a zone that was only inferred from elsewhere would move the date.
  const offset = value.hasZone && !value.inferredZone ? (tzoffsetMinutes ?? null) : null;
  const local = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  return { year, capturedAt: new Date(local - (offset ?? 0) * 60_000), capturedAtOffsetMinutes: offset };
}

/** `Date.UTC` takes the years 0 to 99 for those after 1900: the year is asked as it was written. */
function isSane({ year, capturedAt }: Moment, now: Date): boolean {
  return year >= oldestYear && capturedAt.getTime() <= now.getTime() + dayMs;
}
