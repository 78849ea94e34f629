const bytesPerGigabyte = 1_000_000_000;

/**
 * Reads a quota as people type it.
 * @param text gigabytes (10^9 bytes); empty for no limit
 * @returns bytes, null for no limit, undefined for what is no such number
 */
export function readQuota(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const gigabytes = Number(text.trim().replace(",", "."));
  const bytes = Math.round(gigabytes * bytesPerGigabyte);
  return gigabytes >= 0 && Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** @returns a quota as `readQuota` reads it */
export function writeQuota(quotaBytes: number | null): string {
  return quotaBytes === null ? "" : String(quotaBytes / bytesPerGigabyte);
}
