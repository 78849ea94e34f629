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

/**
 * Reads every file below what was dropped, with its folder path. A file or folder that cannot be read is left out
 * and named to `onUnreadable`, so that one of them does not lose the rest.
 */
export async function readDrop(
  dropped: readonly (DroppedEntry | File)[],
  onUnreadable: (name: string) => void,
): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const visit = async (entry: DroppedEntry, path: string): Promise<void> => {
    try {
      if (entry.isFile) found.push({ file: await fileOf(entry), path });
      else {
        const inside = path === "" ? entry.name : `${path}/${entry.name}`;
        for (const child of await childrenOf(entry)) await visit(child, inside);
      }
    } catch {
      onUnreadable(entry.name);
    }
  };
  for (const entry of dropped) {
    if (entry instanceof File) found.push({ file: entry, path: "" });
    else await visit(entry, "");
  }
  return found.filter(isWanted);
}

function fileOf(entry: DroppedEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    if (entry.file) entry.file(resolve, reject);
    else reject(new Error("This entry is not a file."));
  });
}

/** A reader hands a folder out in pieces (100 in Chromium) and ends with an empty one. */
async function childrenOf(entry: DroppedEntry): Promise<DroppedEntry[]> {
  const reader = entry.createReader?.();
  const children: DroppedEntry[] = [];
  if (!reader) return children;
  for (;;) {
    const piece = await new Promise<DroppedEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0) return children;
    children.push(...piece);
  }
}

/** Reads what a file or folder picker gave; a folder picker names the path of each file. */
export function readPicked(files: Iterable<File>): FoundFile[] {
  return [...files]
    .map((file) => ({ file, path: file.webkitRelativePath.split("/").slice(0, -1).join("/") }))
    .filter(isWanted);
}
