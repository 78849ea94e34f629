import { isDatabaseAway } from "@alcoves/db";
import { asStorageError, StorageUnavailable } from "@alcoves/storage";

/** How the disk's refusals read in what a child process says, with the code that Node would have given. */
const saidByChildren = [
  [/No space left on device|ENOSPC/, "ENOSPC"],
  [/Read-only file system|EROFS/, "EROFS"],
  [/Disk quota exceeded|EDQUOT/, "EDQUOT"],
] as const;

/**
 * Tells trouble of the instance from trouble with a file: a part that is away or full comes back, however long that takes.
 * @returns a sentence for a person about what is waited for; null for any other error
 */
export function troubleOf(error: unknown): string | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    // A medium that cannot read one file will not read it later either.
    if ("code" in each && each.code === "EIO") return null;
  }
  for (let each = error; each instanceof Error; each = each.cause) {
    if (isDatabaseAway(each)) return "The database does not answer. This is tried again until it does.";
    const storage = storageTrouble(each);
    if (storage) return `The storage cannot be used now, and this waits for it: ${storage.message}`;
  }
  return null;
}

function storageTrouble(error: Error): StorageUnavailable | null {
  const known = asStorageError(error);
  if (known instanceof StorageUnavailable) return known;
  const said = saidByChildren.find(([words]) => words.test(error.message));
  const told = said && asStorageError(Object.assign(new Error(error.message), { code: said[1] }));
  return told instanceof StorageUnavailable ? told : null;
}
