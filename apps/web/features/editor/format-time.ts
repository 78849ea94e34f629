/** @returns a time as the editor shows it, to the millisecond: `0:07.040`, `12:34.500`, `1:02:03.004` */
export function formatTime(ms: number): string {
  const whole = Math.max(0, Math.round(ms));
  const hours = Math.floor(whole / 3_600_000);
  const minutes = Math.floor(whole / 60_000) % 60;
  const seconds = `${pad(Math.floor(whole / 1_000) % 60, 2)}.${pad(whole % 1_000, 3)}`;
  return hours > 0 ? `${hours}:${pad(minutes, 2)}:${seconds}` : `${minutes}:${seconds}`;
}

const timePattern = /^(?:(?:(\d{1,3}):)?(\d{1,4}):)?(\d{1,6})(?:[.,](\d{1,9}))?$/;

/**
 * Reads a time as people write it: seconds, minutes and seconds, or with hours before them; a part of a second after a point or comma.
 * @returns ms, null for anything else
 */
export function parseTime(text: string): number | null {
  const found = timePattern.exec(text.trim());
  if (!found) return null;
  const [, hours = "0", minutes = "0", seconds = "0", fraction = ""] = found;
  const isLarger = found[2] !== undefined && Number(seconds) >= 60;
  if (isLarger || (found[1] !== undefined && Number(minutes) >= 60)) return null;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1_000 + Math.round(Number(`0.${fraction || "0"}`) * 1_000);
}

/** @returns a time on the ruler, as exact as its step asks for: `12:30`, `0:07.5` */
export function formatMark(ms: number, stepMs: number): string {
  const text = formatTime(ms);
  if (stepMs % 1_000 === 0) return text.slice(0, -4);
  return text.slice(0, stepMs % 100 === 0 ? -2 : -1);
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
