/** What this browser keeps of how a person likes to look and listen; nothing on the server depends on it. */
type Note =
  | "alcoves-volume"
  | "alcoves-quality"
  | "alcoves-positions"
  | "alcoves-captions"
  | "alcoves-info-panel"
  | "alcoves-even-loudness";

/** @returns what was noted; null when nothing was, and in private windows that have no storage */
export function recall(note: Note): string | null {
  try {
    return localStorage.getItem(note);
  } catch {
    return null;
  }
}

/** Keeps a note for the next visit; a browser without storage, or with a full one, forgets it. */
export function remember(note: Note, value: string): void {
  try {
    localStorage.setItem(note, value);
  } catch {
    // Private windows may have no storage; nothing depends on it.
  }
}
