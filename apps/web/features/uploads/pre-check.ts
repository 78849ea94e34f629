import { type KnownFile, mostFilesAtOnce, mostSizesAtOnce } from "@alcoves/core/uploads/schema";
import type { UploadChange } from "./change-entry.ts";
import type { UploadEntry } from "./upload-entry.ts";

/** Files hashed at once: while one is read, another is counted. */
const hashesAtOnce = 3;

/** Whom the check asks and tells. */
export interface PreCheckParts {
  /** @returns SHA-256 in lower-case hex, null when it cannot be told */
  hash(file: File): Promise<string | null>;
  /** @returns those of the sizes that files of the library have */
  knownSizes(libraryId: string, sizes: number[]): Promise<readonly number[]>;
  known(libraryId: string, files: { sha256: string; sizeBytes: number }[]): Promise<readonly KnownFile[]>;
  /** False once an upload was paused or cancelled. */
  isWanted(entryId: string): boolean;
  tell(entryId: string, change: Extract<UploadChange, { type: "hashing" | "checked" | "found" }>): void;
}

/** A file in line. */
interface Asked {
  entry: UploadEntry;
  file: File;
}

/** A file whose bytes were hashed. */
interface Hashed {
  entry: UploadEntry;
  sha256: string;
}

/**
 * Finds out which files a library has already, so that a folder dropped again sends nothing. The sizes are asked for first: a file of
 * a new size is sent at once, and is never hashed. Hashing runs beside sending. Whatever goes wrong, the file is sent.
 * @returns puts a file in line
 */
export function createPreCheck(parts: PreCheckParts): (entry: UploadEntry, file: File) => void {
  const toHash: Asked[] = [];
  let hashing = 0;

  const askSizes = inTurn<Asked>(mostSizesAtOnce, async (libraryId, asked) => {
    const sizes = [...new Set(asked.map(({ entry }) => entry.sizeBytes))];
    const known = new Set(await parts.knownSizes(libraryId, sizes).catch(() => []));
    for (const each of asked) {
      if (known.has(each.entry.sizeBytes)) toHash.push(each);
      else parts.tell(each.entry.entryId, { type: "checked" });
    }
    hashMore();
  });

  const askFiles = inTurn<Hashed>(mostFilesAtOnce, async (libraryId, asked) => {
    const files = asked.map(({ entry, sha256 }) => ({ sha256, sizeBytes: entry.sizeBytes }));
    const known = await parts.known(libraryId, files).catch(() => []);
    const bySha256 = new Map(known.map((file) => [file.sha256, file]));
    for (const { entry, sha256 } of asked) {
      const file = bySha256.get(sha256);
      if (!file) parts.tell(entry.entryId, { type: "checked" });
      else {
        const sameAs = { fileId: file.fileId, name: file.name, folder: file.folder };
        parts.tell(entry.entryId, { type: "found", sameAs });
      }
    }
  });

  const hashMore = () => {
    while (hashing < hashesAtOnce) {
      const next = toHash.shift();
      if (!next) return;
      if (!parts.isWanted(next.entry.entryId)) continue;
      hashing += 1;
      void hashOne(next).finally(() => {
        hashing -= 1;
        hashMore();
      });
    }
  };

  const hashOne = async ({ entry, file }: Asked) => {
    parts.tell(entry.entryId, { type: "hashing" });
    const sha256 = await parts.hash(file).catch(() => null);
    if (sha256 === null) parts.tell(entry.entryId, { type: "checked" });
    else askFiles(entry.target.libraryId, { entry, sha256 });
  };

  return (entry, file) => askSizes(entry.target.libraryId, { entry, file });
}

/** Gathers questions about a library while one is under way: what comes meanwhile goes together in the next. */
function inTurn<Item>(
  most: number,
  ask: (libraryId: string, items: Item[]) => Promise<void>,
): (libraryId: string, item: Item) => void {
  const waiting = new Map<string, Item[]>();
  let isAsking = false;
  const askAll = async () => {
    for (let [next] = waiting; next; [next] = waiting) {
      const [libraryId, items] = next;
      await ask(libraryId, items.splice(0, most));
      if (items.length === 0) waiting.delete(libraryId);
    }
    isAsking = false;
  };
  return (libraryId, item) => {
    const items = waiting.get(libraryId);
    if (items) items.push(item);
    else waiting.set(libraryId, [item]);
    if (isAsking) return;
    isAsking = true;
    // A turn later, so that all of one drop are asked for together.
    setTimeout(() => void askAll());
  };
}
