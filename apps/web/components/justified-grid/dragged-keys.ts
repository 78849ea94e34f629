/** How the keys of what is dragged out of a grid travel: a type of their own, which nothing outside of the app takes. */
const type = "application/x-alcoves-keys";

/** Gives keys to a drag. */
export function dragKeys(transfer: DataTransfer, keys: Iterable<string>): void {
  transfer.setData(type, JSON.stringify([...keys]));
  transfer.effectAllowed = "move";
}

/** @returns whether a drag holds keys: what they are, a browser tells only once they are dropped */
export const hasDraggedKeys = (transfer: DataTransfer): boolean => transfer.types.includes(type);

/** @returns the keys that were dropped; none of a drag that is not a grid's */
export function draggedKeys(transfer: DataTransfer): string[] {
  const text = transfer.getData(type);
  const keys: unknown = text === "" ? [] : JSON.parse(text);
  return Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : [];
}
