import { inProcess } from "../../server/in-process.ts";
import { loadInLibrary } from "../libraries/load-in-library.ts";
import type { MapViewProps } from "./map-view.tsx";
import { wholeWorld } from "./whole-world.ts";

/** Loads what a library's map begins with. */
export async function loadMap(libraryId: string): Promise<MapViewProps> {
  return loadInLibrary(`/l/${libraryId}/map`, async (caller) => {
    const [library, everything] = await Promise.all([
      caller.libraries.get({ libraryId }),
      caller.map.clusters({ libraryId, ...wholeWorld }),
    ]);
    return { library, everything, tiles: inProcess().mapTiles };
  });
}
