/** Numbers that look random and come again with the same seed. */
export interface Random {
  /** @returns a number from `least` to under `most` */
  between(least: number, most: number): number;
  /** @returns a whole number from 0 to `limit` - 1 */
  below(limit: number): number;
  /** @returns one of the items. @throws when there is none */
  pick<Item>(items: readonly Item[]): Item;
}

/** A generator for trials that must be repeatable: mulberry32 by Tommy Ettinger. @param seed a whole number */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    between: (least, most) => least + next() * (most - least),
    below,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("There is nothing to pick from.");
      return item;
    },
  };
}
