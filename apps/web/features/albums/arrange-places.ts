import type { FileList } from "../file-grid/file-list.ts";

/** Where files of an album can go without being dragged. */
export type ArrangeStep = "start" | "earlier" | "later" | "end";

type Order = Pick<FileList, "keyOf" | "indexOf" | "keysOf">;

/** @returns the chosen files in the order of the album */
export function inOrder(order: Order, chosen: ReadonlySet<string>): string[] {
  return [...chosen].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** @returns the first file from a place on that is not chosen: what the chosen go before there; null at the end. Loads what is not loaded yet */
export async function beforeAt(
  order: Order,
  index: number,
  chosen: ReadonlySet<string>,
): Promise<string | null> {
  for (let at = index; ; at += 1) {
    const key = order.keyOf(at) ?? (await order.keysOf(at, 1))[0];
    if (key === undefined) return null;
    if (!chosen.has(key)) return key;
  }
}

/** @returns what the chosen files go before when they go a step, or as far as it goes; null for the end. Scattered ones come together */
export async function beforeStep(
  order: Order,
  chosen: ReadonlySet<string>,
  step: ArrangeStep,
): Promise<string | null> {
  const indices = [...chosen].map((fileId) => order.indexOf(fileId));
  switch (step) {
    case "start":
      return beforeAt(order, 0, chosen);
    case "earlier":
      return beforeAt(order, Math.max(0, Math.min(...indices) - 1), chosen);
    case "later":
      return beforeAt(order, Math.max(...indices) + 2, chosen);
    case "end":
      return null;
  }
}
