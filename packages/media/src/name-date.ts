import { type DateFields, type Moment, millisecondsOf, wallClockMs } from "./moment.ts";

const day = (gap: string) =>
  String.raw`(?<year>(?:19|20)\d\d)(?<gap>${gap})(?<month>\d\d)\k<gap>(?<day>\d\d)`;
const time = String.raw`(?<hour>\d\d)(?<colon>[-_.:h ]?)(?<minute>\d\d)\k<colon>(?<second>\d\d)(?:[-_.]?(?<fraction>\d{3}))?(?!\d)(?:\s?(?<half>[AP])M\b)?`;
/** What cameras, phones and messengers put between the day and the time; a word for "at" in some languages. */
const between = `(?:[-_ T]|, | at | um | à | a las | alle | om )?`;

/** `IMG_20240131_123456`, `Screenshot_2024-01-31-12-34-56`, `2024-01-31 12.34.56`, `DJI_20240131123456_0001`. */
const withTime = new RegExp(`(?<!\\d)${day("[-_.]?")}${between}${time}`, "u");
/** `VID-20240131-WA0001`, as WhatsApp writes, and a day that is spelt with its gaps. */
const dayAlone = [
  new RegExp(`^[A-Z]{3}-${day("")}-WA\\d+`, "u"),
  new RegExp(`(?<!\\d)${day("[-_.]")}(?!\\d)`, "u"),
];
/** `FB_IMG_1706704496000`: ms since 1970. */
const sinceEpoch = /(?<!\d)(1\d{12})(?!\d)/;

/** No camera that names files by date is older. */
const oldestYear = 1990;

/**
 * Reads when a file was made from the name its camera, phone or messenger gave it. Names tell local time without an
 * offset, but for Pixel phones (`PXL_`) and milliseconds since 1970, which tell UTC.
 * @returns null for a name that tells nothing
 */
export function readNameDate(name: string): Moment | null {
  const timed = withTime.exec(name)?.groups;
  if (timed) return momentIn(timed, name.startsWith("PXL_") ? 0 : null);
  for (const pattern of dayAlone) {
    const day = pattern.exec(name)?.groups;
    if (day) return momentIn(day, null);
  }
  const ms = sinceEpoch.exec(name)?.[1];
  return ms ? { wallMs: Number(ms), offsetMinutes: 0 } : null;
}

function momentIn(groups: Record<string, string>, offsetMinutes: number | null): Moment | null {
  const { year, month, day, hour = "0", minute = "0", second = "0", fraction, half } = groups;
  const fields: DateFields = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: half ? hourOf(Number(hour), half) : Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: millisecondsOf(fraction),
  };
  const wallMs = fields.year < oldestYear ? null : wallClockMs(fields);
  return wallMs === null ? null : { wallMs, offsetMinutes };
}

/** Twelve at night is 0, and twelve at noon is 12. */
function hourOf(hour: number, half: string): number {
  if (hour > 12) return hour;
  return (hour % 12) + (half === "P" ? 12 : 0);
}
