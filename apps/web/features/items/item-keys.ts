/** Files and folders by their ids. */
export interface ItemIds {
  fileIds: string[];
  folderIds: string[];
}

/** Keys of folders in lists and selections begin with it; a file's key is its id alone. */
const folderMark = "folder:";

/** @returns the key of a folder in a list */
export const folderKey = (folderId: string): string => `${folderMark}${folderId}`;

/** @returns the files and folders that have these keys */
export function itemsOf(keys: Iterable<string>): ItemIds {
  const items: ItemIds = { fileIds: [], folderIds: [] };
  for (const key of keys) {
    if (key.startsWith(folderMark)) items.folderIds.push(key.slice(folderMark.length));
    else items.fileIds.push(key);
  }
  return items;
}
