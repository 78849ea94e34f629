import { recall, remember } from "./browser-memory.ts";

/** Where somebody stopped, newest first: a file and its seconds. */
export type Positions = readonly (readonly [fileId: string, seconds: number])[];

/** Where a player is in a file. */
export interface Position {
  fileId: string;
  seconds: number;
  durationSeconds: number;
}

/** Files whose place is kept. */
const mostFiles = 200;

/** Who stops this close to the beginning or the end starts anew, s. */
const edgeSeconds = 5;

/** Puts a file's position first; one at its beginning or its end is forgotten, and the oldest of too many. */
export function withPosition(
  positions: Positions,
  { fileId, seconds, durationSeconds }: Position,
): Positions {
  const others = positions.filter(([id]) => id !== fileId);
  const isInside = seconds > edgeSeconds && seconds < durationSeconds - edgeSeconds;
  return isInside
    ? [[fileId, Math.round(seconds * 10) / 10] as const, ...others].slice(0, mostFiles)
    : others;
}

/** Reads what `rememberPosition` wrote; what is no list of positions is none. */
export function readPositions(text: string | null): Positions {
  try {
    const read: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(read) ? read.filter(isPosition) : [];
  } catch {
    return [];
  }
}

/** @returns where somebody stopped in this browser, s; 0 for a file that is seen from its beginning */
export function recallPosition(fileId: string): number {
  return readPositions(recall("alcoves-positions")).find(([id]) => id === fileId)?.[1] ?? 0;
}

/** Keeps where somebody is in a file. */
export function rememberPosition(position: Position): void {
  const positions = withPosition(readPositions(recall("alcoves-positions")), position);
  remember("alcoves-positions", JSON.stringify(positions));
}

function isPosition(value: unknown): value is readonly [string, number] {
  return Array.isArray(value) && typeof value[0] === "string" && Number.isFinite(value[1]);
}
