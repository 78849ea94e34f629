import type { ViewedFile, ViewedFiles } from "../viewer/viewed-files.ts";

/** How far on each side of a sound others are looked for, files. */
const farthest = 500;

/** @returns the sounds around a file as they lie on its page, itself included, as far as they are loaded; empty when it is not there */
export function soundsAround(files: Pick<ViewedFiles, "indexOf" | "at">, fileId: string): ViewedFile[] {
  const index = files.indexOf(fileId);
  if (index === -1) return [];
  const from = Math.max(0, index - farthest);
  const near = Array.from({ length: index + farthest + 1 - from }, (_, step) => files.at(from + step));
  return near.filter((file) => file?.kind === "audio").filter((file) => file !== undefined);
}

/** @returns the sound before (−1) or after (1) another in a queue; null at its end, and beside one that is not in it */
export function soundBeside(queue: readonly ViewedFile[], fileId: string, step: 1 | -1): ViewedFile | null {
  const place = queue.findIndex((file) => file.fileId === fileId);
  return (place === -1 ? undefined : queue[place + step]) ?? null;
}
