import { instantOf, type Moment, millisecondsOf, momentOf, offsetBetween, offsetOf } from "./moment.ts";
import { readNameDate } from "./name-date.ts";
import { firstOf, type Tags, writtenOf } from "./tags.ts";

/** Where a capture date came from. docs/capture-time.md says what each means. */
export type CaptureSource =
  | "sidecar"
  | "exif"
  | "exif-digitized"
  | "quicktime"
  | "container"
  | "xmp"
  | "iptc"
  | "gps"
  | "tags"
  | "name"
  | "modified";

/** What is known of a file when its capture date is asked for. */
export interface CaptureFacts {
  tags: Tags;
  /** Tags of the XMP sidecar that lies beside it. */
  sidecar?: Tags;
  name?: string;
  /** When it was last changed where it came from, as its uploader said. */
  modifiedAt?: Date | null;
  now?: Date;
}

/** When a file was captured; nulls when nothing tells. */
export interface Capture {
  capturedAt: Date | null;
  /** East of UTC; null when nothing tells, and then `capturedAt` is the camera's local time as if it were UTC. */
  capturedOffsetMinutes: number | null;
  capturedAtSource: CaptureSource | null;
}

type Rule = (facts: CaptureFacts) => Moment | null;

/** Every rule, most telling first: the first that gives a date wins. */
const rules: readonly (readonly [CaptureSource, Rule])[] = [
  ["sidecar", ({ sidecar = {} }) => firstMoment(sidecar, xmpDates)],
  ["exif", ({ tags }) => exifMoment(tags, original) ?? firstMoment(tags, ["MakerNotes:DateTimeOriginal"])],
  ["exif-digitized", ({ tags }) => exifMoment(tags, digitized)],
  ["quicktime", ({ tags }) => firstMoment(tags, ["QuickTime:CreationDate"])],
  ["container", containerMoment],
  ["xmp", ({ tags }) => withOffset(firstMoment(tags, xmpDates), tags)],
  ["iptc", ({ tags }) => iptcMoment(tags)],
  ["gps", ({ tags }) => satelliteMoment(tags)],
  ["tags", ({ tags }) => firstMoment(tags, recordingDates)],
  ["name", ({ name }) => (name ? readNameDate(name) : null)],
  ["modified", ({ modifiedAt }) => (modifiedAt ? { wallMs: modifiedAt.getTime(), offsetMinutes: 0 } : null)],
];

/** The oldest photograph that is left is of 1826. */
const oldestYear = 1826;
const dayMs = 24 * 60 * 60 * 1_000;

/**
 * The moment a file was captured. With an offset it is exact; without one the camera's local time is kept as if it were
 * UTC, so that it reads the same everywhere. Zero dates, those before 1826 and those of the future are no dates.
 */
export function readCapture(facts: CaptureFacts): Capture {
  const now = facts.now ?? new Date();
  for (const [source, read] of rules) {
    const moment = read(facts);
    if (!moment || !isSane(moment, now)) continue;
    return {
      capturedAt: instantOf(moment),
      capturedOffsetMinutes: moment.offsetMinutes,
      capturedAtSource: source,
    };
  }
  return { capturedAt: null, capturedOffsetMinutes: null, capturedAtSource: null };
}

/** 1970 to the second is what a clock shows that was never set. */
function isSane(moment: Moment, now: Date): boolean {
  const at = instantOf(moment);
  return at.getUTCFullYear() >= oldestYear && moment.wallMs !== 0 && at.getTime() <= now.getTime() + dayMs;
}

const original = {
  date: "EXIF:DateTimeOriginal",
  fraction: "EXIF:SubSecTimeOriginal",
  offset: "EXIF:OffsetTimeOriginal",
};
const digitized = {
  date: "EXIF:CreateDate",
  fraction: "EXIF:SubSecTimeDigitized",
  offset: "EXIF:OffsetTimeDigitized",
};
const xmpDates = ["XMP:DateTimeOriginal", "XMP:DateCreated", "XMP:CreateDate", "XMP:CreationDate"];
/** UTC by their standards: ISO/IEC 14496-12 (8.2.2), Matroska (DateUTC) and ASF. */
const utcContainerDates = [
  "QuickTime:MediaCreateDate",
  "QuickTime:CreateDate",
  "Matroska:DateTimeOriginal",
  "ASF:CreationDate",
];
const localContainerDates = ["QuickTime:DateTimeOriginal", "RIFF:DateTimeOriginal", "PNG:CreationTime"];
const recordingDates = [
  "ID3:RecordingTime",
  "ID3:DateTimeOriginal",
  "ID3:Date",
  "ID3:Year",
  "Vorbis:Date",
  "QuickTime:ContentCreateDate",
  "RIFF:DateCreated",
  "APE:Year",
];

function firstMoment(tags: Tags, names: readonly string[]): Moment | null {
  for (const name of names) {
    const moment = momentOf(firstOf(tags, [name]));
    if (moment) return moment;
  }
  return null;
}

/** EXIF keeps date, fraction and offset apart (CIPA DC-008, 4.6.5). */
function exifMoment(tags: Tags, names: typeof original): Moment | null {
  const moment = momentOf(tags[names.date]);
  if (!moment) return null;
  const fraction = moment.wallMs % 1_000 === 0 ? millisecondsOf(tags[names.fraction]) : 0;
  const offsetMinutes = moment.offsetMinutes ?? offsetOf(tags[names.offset]);
  return withOffset({ wallMs: moment.wallMs + fraction, offsetMinutes }, tags);
}

/** A clock without offset may stand a second time in the file, with one, as editors write it; else the satellites may tell. */
function withOffset(moment: Moment | null, tags: Tags): Moment | null {
  if (!moment || moment.offsetMinutes !== null) return moment;
  const { wallMs } = moment;
  const elsewhere = [...xmpDates.map((name) => momentOf(tags[name])), iptcMoment(tags)];
  // +00:00 is also what programs write that know none.
  const twin = elsewhere.find((one) => one?.offsetMinutes && Math.abs(one.wallMs - wallMs) < 1_000);
  const satellites = satelliteMoment(tags);
  const bySatellites = satellites ? offsetBetween(wallMs, satellites.wallMs) : null;
  return { wallMs, offsetMinutes: twin?.offsetMinutes ?? bySatellites };
}

/** Satellites tell UTC. */
function satelliteMoment(tags: Tags): Moment | null {
  const moment = momentOf(firstOf(tags, ["Composite:GPSDateTime", "XMP:GPSDateTime"]));
  return moment && { wallMs: moment.wallMs - (moment.offsetMinutes ?? 0) * 60_000, offsetMinutes: 0 };
}

/** A container tells UTC; where the file's name tells the local time of the same moment, the offset is known too. */
function containerMoment({ tags, name }: CaptureFacts): Moment | null {
  const moment = firstMoment(tags, utcContainerDates);
  if (!moment) return firstMoment(tags, localContainerDates);
  const utcMs = instantOf(moment).getTime();
  const named = name ? readNameDate(name) : null;
  const offsetMinutes = named?.offsetMinutes === null ? offsetBetween(named.wallMs, utcMs) : null;
  return offsetMinutes === null
    ? { wallMs: utcMs, offsetMinutes: 0 }
    : { wallMs: utcMs + offsetMinutes * 60_000, offsetMinutes };
}

/** IPTC keeps day and time apart, the time always with an offset (IIM 4.2, 2:55 and 2:60): +00:00 where none was known. */
function iptcMoment(tags: Tags): Moment | null {
  const day = writtenOf(tags["IPTC:DateCreated"]);
  const time = writtenOf(tags["IPTC:TimeCreated"]);
  const moment = momentOf(`${day} ${time}`) ?? momentOf(day);
  return moment && { ...moment, offsetMinutes: moment.offsetMinutes || null };
}
