import type { FileDetails } from "@alcoves/core/files/schema";

/** @returns the camera once, without its maker said twice: `Canon EOS R6`; null when unknown */
export function cameraName({
  cameraMake,
  cameraModel,
}: Pick<FileDetails, "cameraMake" | "cameraModel">): string | null {
  const make = cameraMake?.trim() ?? "";
  const model = cameraModel?.trim() ?? "";
  const isInModel = model.toLowerCase().startsWith((make.split(/\s/)[0] ?? "").toLowerCase());
  return (isInModel ? model : `${make} ${model}`.trim()) || null;
}

/** @returns an exposure time as photographers write it: `1/250 s`, `0.5 s`, `30 s` */
export function exposureTime(seconds: number): string {
  if (seconds > 0 && seconds < 0.4) return `1/${Math.round(1 / seconds)} s`;
  return `${Number(seconds.toFixed(1))} s`;
}

/** @returns the exposure in one line, of what is known: `f/2.8 · 1/250 s · 35 mm · ISO 200`; null when nothing is */
export function exposureLine(
  file: Pick<FileDetails, "fNumber" | "exposureSeconds" | "focalLengthMm" | "iso">,
): string | null {
  const parts = [
    file.fNumber === null ? null : `f/${Number(file.fNumber.toFixed(1))}`,
    file.exposureSeconds === null ? null : exposureTime(file.exposureSeconds),
    file.focalLengthMm === null ? null : `${Number(file.focalLengthMm.toFixed(1))} mm`,
    file.iso === null ? null : `ISO ${file.iso}`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(" · ") : null;
}

/** @returns an offset from UTC as in ISO 8601: `+02:00`, `−05:30` */
export function offsetName(minutes: number): string {
  const sign = minutes < 0 ? "−" : "+";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${sign}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}
