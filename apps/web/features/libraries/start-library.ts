import type { LibrarySummary } from "@alcoves/core/libraries/schema";

/** @returns the library to open first: the one that was open last while it is still one's own, else the first; null without any */
export function startLibrary(
  libraries: readonly LibrarySummary[],
  lastLibraryId: string | undefined,
): LibrarySummary | null {
  return libraries.find(({ libraryId }) => libraryId === lastLibraryId) ?? libraries[0] ?? null;
}
