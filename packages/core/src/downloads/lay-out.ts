import { FolderNames, safeName } from "./entry-names.ts";
import type { Contents, FoundFile, FoundFolder } from "./find-contents.ts";
import type { ZipFacts } from "./zip-records.ts";

/** What goes to a place of an archive: the original of a file, what lies under a key, or nothing in the case of an empty folder. */
type Source = { fileId: string } | { key: string } | null;

/** A place in an archive, and what goes there. */
export interface PlacedEntry extends ZipFacts {
  source: Source;
}

/** A folder of the archive being laid out. */
interface Place {
  /** Empty at the top, else with a slash at its end. */
  path: string;
  names: FolderNames;
  isEmpty: boolean;
}

/**
 * Gives everything its place in an archive: folders keep their tree, other files and clips stand at the top; what accompanies a file is beside it.
 * Every path is taken once, and by no file and folder both. @param now dates the empty folders
 */
export function layOut({ files, folders, clips }: Contents, now: Date): PlacedEntry[] {
  const top: Place = { path: "", names: new FolderNames(), isEmpty: true };
  const places = placeFolders(folders, top);
  const chosen = new Set(files.map(({ fileId }) => fileId));
  const beside = grouped(files, ({ companionOfId: of }) => (of && chosen.has(of) ? of : null));
  const placed: PlacedEntry[] = [];
  /** A clip may have a sidecar of its own: what accompanies what accompanies a file is beside it too. */
  function placeBeside(place: Place, file: FoundFile, taken: { wanted: string; name: string }): void {
    placed.push(entryOf(file, place.path + taken.name));
    for (const companion of beside.get(file.fileId) ?? []) {
      const wanted = safeName(companion.name);
      placeBeside(place, companion, { wanted, name: place.names.takeBeside(wanted, taken) });
    }
  }
  for (const file of beside.get(null) ?? []) {
    const place = places.get(file.folderId ?? "") ?? top;
    place.isEmpty = false;
    const wanted = safeName(file.name);
    placeBeside(place, file, { wanted, name: place.names.take(wanted) });
  }
  const placedClips = clips.map(({ key, name, sizeBytes, modifiedAt }) => {
    const path = top.names.take(safeName(name));
    return { path, source: { key }, sizeBytes, modifiedAt };
  });
  const empty = [...places.values()].filter(({ isEmpty }) => isEmpty);
  return [
    ...empty.map(({ path }) => ({ path, source: null, sizeBytes: 0, modifiedAt: now })),
    ...placed,
    ...placedClips,
  ];
}

/** Folders take their names before files do: a file can be renamed without breaking a path. @returns places by folder */
function placeFolders(folders: readonly FoundFolder[], top: Place): Map<string, Place> {
  const below = grouped(folders, ({ parentId }) => parentId);
  const places = new Map<string, Place>();
  const waiting: { parentId: string | null; place: Place }[] = [{ parentId: null, place: top }];
  for (const { parentId, place } of waiting) {
    for (const { folderId, name } of (below.get(parentId) ?? []).toSorted(byName)) {
      const path = `${place.path}${place.names.take(safeName(name))}/`;
      const own = { path, names: new FolderNames(), isEmpty: true };
      place.isEmpty = false;
      places.set(folderId, own);
      waiting.push({ parentId: folderId, place: own });
    }
  }
  return places;
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
): Map<string | null, Item[]> {
  const groups = new Map<string | null, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const byName = (a: FoundFolder, b: FoundFolder) => (a.name < b.name ? -1 : 1);

function entryOf({ fileId, sizeBytes, modifiedAt }: FoundFile, path: string): PlacedEntry {
  return { path, source: { fileId }, sizeBytes, modifiedAt };
}
