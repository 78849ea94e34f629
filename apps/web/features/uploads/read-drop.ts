import type { FoundFile } from "./upload-entry.ts";

/** The part of the File and Directory Entries API that a drop is read through (W3C draft, §7). */
export interface DroppedEntry {
  isFile: boolean;
  isDirectory: boolean;
  name: string;
  file?(done: (file: File) => void, failed: (error: DOMException) => void): void;
  createReader?(): {
    readEntries(done: (entries: DroppedEntry[]) => void, failed: (error: DOMException) => void): void;
  };
}

/** Files that systems leave behind in folders and nobody means to upload. */
const leftovers = new Set([".DS_Store", "Thumbs.db", "desktop.ini", ".directory"]);

const isWanted = ({ file }: FoundFile) => !leftovers.has(file.name) && !file.name.startsWith("._");

/** Takes the entries out of a drop. Must run inside the event: the list is empty afterwards. */
export function droppedEntries(transfer: DataTransfer): (DroppedEntry | File)[] {
  return [...transfer.items]
    .filter((item) => item.kind === "file")
    .flatMap((item) => item.webkitGetAsEntry?.() ?? item.getAsFile() ?? []);
}

/** Who hears of what a drop holds, while it is read. */
export interface DropReader {
  /** Some files more, of one folder. */
  onFound(found: FoundFile[]): void;
  /** A file or folder that cannot be read is left out, so that it does not lose the rest. */
  onUnreadable(name: string): void;
}

/** Reads every file below what was dropped, with its folder path. The first are told before the last are read. */
export async function readDrop(
  dropped: readonly (DroppedEntry | File)[],
  { onFound, onUnreadable }: DropReader,
): Promise<void> {
  const tell = (found: FoundFile[]) => {
    const wanted = found.filter(isWanted);
    if (wanted.length > 0) onFound(wanted);
  };
  const readAll = async (entries: readonly DroppedEntry[], path: string): Promise<void> => {
    const read = entries.filter(({ isFile }) => isFile).map((entry) => readOne(entry, path));
    tell((await Promise.all(read)).flat());
    for (const folder of entries.filter(({ isFile }) => !isFile)) {
      const inside = path === "" ? folder.name : `${path}/${folder.name}`;
      try {
        for await (const piece of piecesOf(folder)) await readAll(piece, inside);
      } catch {
        onUnreadable(folder.name);
      }
    }
  };
  const readOne = (entry: DroppedEntry, path: string): Promise<FoundFile[]> =>
    fileOf(entry).then(
      (file) => [{ file, path }],
      () => {
        onUnreadable(entry.name);
        return [];
      },
    );
  tell(dropped.filter((entry) => entry instanceof File).map((file) => ({ file, path: "" })));
  await readAll(
    dropped.flatMap((entry) => (entry instanceof File ? [] : entry)),
    "",
  );
}

function fileOf(entry: DroppedEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    if (entry.file) entry.file(resolve, reject);
    else reject(new Error("This entry is not a file."));
  });
}

/** A reader hands a folder out in pieces (100 in Chromium) and ends with an empty one. */
async function* piecesOf(entry: DroppedEntry): AsyncGenerator<DroppedEntry[]> {
  const reader = entry.createReader?.();
  while (reader) {
    const piece = await new Promise<DroppedEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0) return;
    yield piece;
  }
}

/** Reads what a file or folder picker gave, one after the other; a folder picker names the path of each file. */
export function* readPicked(files: Iterable<File>): Generator<FoundFile> {
  for (const file of files) {
    const found = { file, path: file.webkitRelativePath.split("/").slice(0, -1).join("/") };
    if (isWanted(found)) yield found;
  }
}
