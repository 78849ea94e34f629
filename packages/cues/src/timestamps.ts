/** Times of a cue, in whole milliseconds. */
export interface CueTimes {
  startMs: number;
  endMs: number;
}

/** @param timeMs 0 or more, whole. @returns hours, minutes, seconds and milliseconds: 01:02:03.004 */
export function printTimestamp(timeMs: number, mark: "." | ","): string {
  return `${printClock(timeMs)}${mark}${`${timeMs % 1_000}`.padStart(3, "0")}`;
}

/** @param timeMs 0 or more. @returns hours, minutes and seconds: 01:02:03 */
export function printClock(timeMs: number): string {
  const seconds = Math.floor(timeMs / 1_000);
  return [seconds / 3_600, (seconds / 60) % 60, seconds % 60]
    .map((part) => `${Math.floor(part)}`.padStart(2, "0"))
    .join(":");
}

/**
 * Reads a line of two timestamps around an arrow. What stands behind them, settings, is ignored.
 * @param timestamp its groups are hours (absent: 0), minutes, seconds and the fraction (absent: 0)
 * @returns null where that is not what the line is
 */
export function readTimes(line: string, timestamp: RegExp): CueTimes | null {
  const arrow = line.indexOf("-->");
  if (arrow < 0) return null;
  const startMs = readTimestamp(line.slice(0, arrow).trim(), timestamp);
  const endMs = readTimestamp(/^\S+/.exec(line.slice(arrow + 3).trimStart())?.[0] ?? "", timestamp);
  return startMs === null || endMs === null ? null : { startMs, endMs };
}

function readTimestamp(text: string, timestamp: RegExp): number | null {
  const match = timestamp.exec(text);
  if (!match) return null;
  const [, hours = "0", minutes = "0", seconds = "0", fraction = "0"] = match;
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 + Number(fraction.padEnd(3, "0"))
  );
}
