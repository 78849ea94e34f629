import { loadInLibrary } from "../libraries/load-in-library.ts";
import type { TimelineProps } from "./timeline.tsx";

/** Loads a library's timeline for its first view. */
export async function loadTimeline(libraryId: string): Promise<TimelineProps> {
  return loadInLibrary(`/l/${libraryId}/timeline`, async (caller) => {
    const [library, outline] = await Promise.all([
      caller.libraries.get({ libraryId }),
      caller.timeline.outline({ libraryId }),
    ]);
    return { library, outline };
  });
}
