import { StorageUnavailable } from "./errors.ts";

/** @returns whether Node gave the error one of these codes */
export function isError(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

const advice: Record<string, string> = {
  ENOSPC: "The disk is full. Free some space, or move ALCOVES_DATA_PATH to a larger disk.",
  EDQUOT: "The disk quota is used up. Raise it, or move ALCOVES_DATA_PATH to another disk.",
  EACCES: "Alcoves may not write to its data folder. Give its user write access to ALCOVES_DATA_PATH.",
  EPERM: "Alcoves may not write to its data folder. Give its user write access to ALCOVES_DATA_PATH.",
  EROFS: "The data folder is mounted read-only. Mount it writable.",
  EIO: "The disk reports errors. Check it.",
  ENOTDIR: "The data folder is not a folder. Point ALCOVES_DATA_PATH at one.",
};

/** @returns a StorageUnavailable that says what to do when the disk refused, else the error itself */
export function asStorageError(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message = advice[code];
  return message ? new StorageUnavailable(message, { cause: error }) : error;
}
