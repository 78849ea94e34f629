const dayMs = 24 * 60 * 60 * 1_000;
/** 1980-01-01 is what FAT and ZIP write for "no date", in whichever zone. */
const oldestMs = Date.UTC(1980, 0, 3);

/**
 * Reads when a file was last changed where it came from.
 * @param text ms since 1970, as `File.lastModified` of a browser
 * @returns null for what is no such number, older than 1980 or of the future: a clock that was never set
 */
export function readModifiedAt(text: string | null | undefined, now: Date): Date | null {
  if (!text || !/^\d{1,15}$/.test(text)) return null;
  const ms = Number(text);
  return ms >= oldestMs && ms <= now.getTime() + dayMs ? new Date(ms) : null;
}
