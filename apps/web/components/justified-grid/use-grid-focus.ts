import { type RefObject, useEffect, useRef, useState } from "react";
import type { GridItems } from "./grid-items.ts";
import type { GridLayout } from "./grid-layout.ts";

/** What the focus moves in. */
interface FocusOptions {
  root: RefObject<HTMLElement | null>;
  items: GridItems;
  layout: GridLayout;
  reveal(index: number): void;
}

/** The one cell of a grid that Tab reaches. It stays with its item when items come and go before it. */
export function useGridFocus({ root, items, layout, reveal }: FocusOptions) {
  const [current, setCurrent] = useState<{ index: number; key: string | undefined }>({
    index: 0,
    key: undefined,
  });
  const wanted = useRef<number | null>(null);
  const found = current.key === undefined ? -1 : items.indexOf(current.key);
  const index = Math.max(0, Math.min(found === -1 ? current.index : found, layout.count - 1));

  // A cell far away is drawn only once the page has got there.
  useEffect(() => {
    if (wanted.current === null) return;
    const cell = root.current?.querySelector<HTMLElement>(
      `[data-index="${wanted.current}"] [data-grid-focus]`,
    );
    if (!cell) return;
    cell.focus({ preventScroll: true });
    wanted.current = null;
  });

  const note = (next: number) => setCurrent({ index: next, key: items.keyOf(next) });
  return {
    index,
    note,
    to(next: number) {
      wanted.current = next;
      note(next);
      reveal(next);
    },
  };
}
