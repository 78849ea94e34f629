import type { FileDetails } from "@alcoves/core/files/schema";

/**
 * Wall-clock time where the picture was taken, as the UTC fields of a date (format it in the zone UTC).
 * A capture date without offset is already wall-clock time; a file without one is dated in the reader's own zone.
 */
export function wallClock({
  capturedAt,
  capturedOffsetMinutes,
  createdAt,
}: Pick<FileDetails, "capturedAt" | "capturedOffsetMinutes" | "createdAt">): Date {
  if (!capturedAt) return new Date(createdAt.getTime() - createdAt.getTimezoneOffset() * 60_000);
  return new Date(capturedAt.getTime() + (capturedOffsetMinutes ?? 0) * 60_000);
}
