import type { FileSummary } from "@alcoves/core/files/schema";

type Dated = Pick<FileSummary, "capturedAt" | "capturedOffsetMinutes" | "createdAt">;

/** When a file is filed: when it was captured, else when it came here. The server orders by the same instant. */
export const filedAt = ({ capturedAt, createdAt }: Omit<Dated, "capturedOffsetMinutes">): Date =>
  capturedAt ?? createdAt;

/**
 * Wall-clock time where the picture was taken, as the UTC fields of a date (format it in the zone UTC).
 * A capture date without offset is already wall-clock time; a file without one is dated in the reader's own zone.
 */
export function wallClock({ capturedAt, capturedOffsetMinutes, createdAt }: Dated): Date {
  if (!capturedAt) return new Date(createdAt.getTime() - createdAt.getTimezoneOffset() * 60_000);
  return new Date(capturedAt.getTime() + (capturedOffsetMinutes ?? 0) * 60_000);
}

/** @returns the day a file is filed under, like `2026-10-14` */
export const capturedOn = (file: Dated): string => wallClock(file).toISOString().slice(0, 10);
