const byteUnits = ["B", "kB", "MB", "GB", "TB", "PB"] as const;

/** @returns bytes for a person, in decimal units as disks are sold: `38 MB`, `1.4 GB` */
export function formatBytes(sizeBytes: number): string {
  let value = Math.max(0, sizeBytes);
  let unit = 0;
  while (Math.round(value) >= 1000 && unit < byteUnits.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${byteUnits[unit]}`;
}

/** @returns a playing time as on a player: `0:07`, `12:34`, `1:02:03` */
export function formatDuration(durationMs: number): string {
  const whole = Math.max(0, Math.floor(durationMs / 1000));
  const seconds = String(whole % 60).padStart(2, "0");
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}` : `${minutes}:${seconds}`;
}

/** @returns a wait in the largest unit that says it: `45 s`, `2 min`, `3 h` */
export function formatWait(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}
