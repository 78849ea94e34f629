import type { GridItems } from "./grid-items.ts";
import type { GridSelection } from "./grid-selection.ts";
import { mostSelected, noSelection, toggled, withKeys } from "./selection.ts";

/** The ways in which a grid's selection changes. */
export interface Selecting {
  readonly isActive: boolean;
  toggle(index: number): void;
  /** From where the last one was toggled, or from `from`, to here. */
  extendTo(index: number, from?: number): void;
  all(): void;
  clear(): void;
}

/**
 * The selection of a grid by the places of its items.
 * @param options.onFull there were more than one act takes
 * @param options.onFailed what is to be selected could not be loaded
 */
export function selectingIn(
  selection: GridSelection,
  { items, onFull, onFailed }: SelectingOptions,
): Selecting {
  const add = async (first: number, last: number) => {
    try {
      const keys = await items.keysOf(first, Math.min(last - first, mostSelected) + 1);
      selection.setState((before) => withKeys(before, keys), true);
      if (keys.length > mostSelected) onFull();
    } catch (error) {
      onFailed(error);
    }
  };
  return {
    get isActive() {
      return selection.getState().keys.size > 0;
    },
    toggle(index) {
      const key = items.keyOf(index);
      if (key !== undefined) selection.setState((before) => toggled(before, key), true);
    },
    extendTo(index, from) {
      const { anchor } = selection.getState();
      const start = anchor === null ? -1 : items.indexOf(anchor);
      const begin = start === -1 ? (from ?? index) : start;
      void add(Math.min(begin, index), Math.max(begin, index));
    },
    all: () => void add(0, Number.POSITIVE_INFINITY),
    clear: () => selection.setState(noSelection, true),
  };
}

/** What selecting needs to know of its grid. */
interface SelectingOptions {
  items: GridItems;
  onFull(): void;
  onFailed(error: unknown): void;
}
