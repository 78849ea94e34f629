/** What is selected in a grid, by the keys of its items; `anchor` is where a range with Shift begins. */
export interface Selection {
  readonly keys: ReadonlySet<string>;
  readonly anchor: string | null;
}

/** Nothing selected. */
export const noSelection: Selection = { keys: new Set(), anchor: null };

/** Most items that can be selected: what one act takes. */
export const mostSelected = 10_000;

/** Puts an item in, or takes it out, and begins ranges there. */
export function toggled({ keys }: Selection, key: string): Selection {
  const next = new Set(keys);
  if (!next.delete(key) && next.size < mostSelected) next.add(key);
  return { keys: next, anchor: key };
}

/** Puts items in, as far as there is room; a range goes on from its anchor. */
export function withKeys({ keys, anchor }: Selection, added: readonly string[]): Selection {
  const next = new Set(keys);
  for (const key of added) {
    if (next.size >= mostSelected) break;
    next.add(key);
  }
  return { keys: next, anchor: anchor ?? added[0] ?? null };
}

/** Takes items out. */
export function withoutKeys({ keys, anchor }: Selection, removed: readonly string[]): Selection {
  const next = new Set(keys);
  for (const key of removed) next.delete(key);
  return next.size === 0 ? noSelection : { keys: next, anchor };
}
