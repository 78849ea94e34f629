import { writtenOf } from "./tags.ts";

/** A point in time as a file tells it. */
export interface Moment {
  /** The wall clock's time as if it were UTC, ms since 1970. */
  wallMs: number;
  /** East of UTC; null when nothing says where the clock stood. 0 for what is told in UTC. */
  offsetMinutes: number | null;
}

/** The fields of a date; what is missing at the end is the first of its kind. */
export interface DateFields {
  year: number;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
  second?: number;
  millisecond?: number;
}

/** @returns the wall clock of these fields, ms; null for a day or a time that is in no calendar */
export function wallClockMs(fields: DateFields): number | null {
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0 } = fields;
  const date = new Date(0);
  // `Date.UTC` takes the years 0 to 99 for those after 1900.
  date.setUTCFullYear(year, month - 1, day);
  const isDay =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isDay || hour > 23 || minute > 59 || second > 59) return null;
  return date.setUTCHours(hour, minute, second, millisecond);
}

const written =
  /^(\d{4})(?:[:-](\d\d)(?:[:-](\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?(?:\D.*)?)?)?)?$/;

/**
 * Reads a date as EXIF, XMP (ISO 8601) and exiftool write it: `2024:01:31 12:34:56.78+01:00`, down to the year alone. What is
 * neither time nor offset behind a time (`DST`, the rest of a spoilt field) is passed over.
 * @returns null for what is no date
 */
export function momentOf(value: unknown): Moment | null {
  const match = written.exec(writtenOf(value).trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const wallMs = wallClockMs({
    year: Number(year),
    month: Number(month ?? 1),
    day: Number(day ?? 1),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: millisecondsOf(fraction),
  });
  return wallMs === null ? null : { wallMs, offsetMinutes: offsetOf(zone) };
}

/** Digits behind the point of a second: `5` is 500 ms. */
export function millisecondsOf(digits: unknown): number {
  const text = writtenOf(digits).trim();
  return /^\d+$/.test(text) ? Math.floor(Number(`0.${text.slice(0, 9)}`) * 1_000) : 0;
}

/** @returns minutes east of UTC of `+01:00`, `-0330` or `Z`; null for what is none, or lies where no place does */
export function offsetOf(zone: unknown): number | null {
  if (zone === "Z") return 0;
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(writtenOf(zone).trim());
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return Number(match[3]) < 60 && minutes <= widestOffsetMinutes
    ? match[1] === "-"
      ? -minutes
      : minutes
    : null;
}

const widestOffsetMinutes = 14 * 60;
const minuteMs = 60_000;
/** Offsets lie on quarters of an hour. */
const stepMinutes = 15;
/** How far two clocks of one moment may be apart: a satellite fix may be older than the picture. */
const slackMinutes = 5;

/**
 * Finds the offset of a wall clock by another clock that showed UTC at the same moment.
 * @returns null when the two are not one moment: more than 14 h apart, or not near a quarter of an hour
 */
export function offsetBetween(wallMs: number, utcMs: number): number | null {
  const apart = (wallMs - utcMs) / minuteMs;
  const offset = Math.round(apart / stepMinutes) * stepMinutes;
  const plausible = Math.abs(offset) <= widestOffsetMinutes && Math.abs(apart - offset) <= slackMinutes;
  return plausible ? offset + 0 : null;
}

/** @returns the instant of a moment; its wall clock's time as if it were UTC when it has no offset */
export function instantOf({ wallMs, offsetMinutes }: Moment): Date {
  return new Date(wallMs - (offsetMinutes ?? 0) * minuteMs);
}
