import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areAlike, bitsApart, connected } from "./connected.ts";
import { type Alike, mostBitsApart } from "./schema.ts";

/** Few hashes near each other, so that many files are alike, some only over others. */
const hash = fc
  .tuple(
    fc.constantFrom(0n, 0x0f0f_0f0f_0f0f_0f0fn, -1n),
    fc.array(fc.integer({ min: 0, max: 63 }), { maxLength: 8 }),
  )
  .map(([base, turned]) =>
    BigInt.asIntN(
      64,
      turned.reduce<bigint>((bits, bit) => bits ^ (1n << BigInt(bit)), base),
    ),
  );
const files = fc
  .array(fc.record({ sha256: fc.constantFrom(null, "aa", "bb"), perceptualHash: fc.option(hash) }), {
    maxLength: 24,
  })
  .map((list): Alike[] => list.map((file, at) => ({ ...file, fileId: String(at) })));

/** Which files each file reaches over pairs that are alike, worked out the long way. */
function reachable(all: readonly Alike[], from: Alike): Set<string> {
  const reached = new Set([from.fileId]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const one of all.filter(({ fileId }) => reached.has(fileId)))
      for (const other of all) if (areAlike(one, other)) reached.add(other.fileId);
  }
  return reached;
}

describe("files that are alike", () => {
  it("stand in one set with all they reach, and alone in none, whatever the order", () => {
    fc.assert(
      fc.property(files, (all) => {
        const sets = connected(all).map((set) => set.map(({ fileId }) => fileId));
        for (const file of all) {
          const reached = reachable(all, file);
          const own = sets.filter((set) => set.includes(file.fileId));
          if (reached.size === 1) expect(own).toEqual([]);
          else expect(own.map((set) => new Set(set))).toEqual([reached]);
        }
        const turned = connected(all.toReversed()).map((set) => new Set(set.map(({ fileId }) => fileId)));
        expect(new Set(turned.map((set) => [...set].toSorted().join()))).toEqual(
          new Set(sets.map((set) => set.toSorted().join())),
        );
      }),
    );
  });

  it("differ in few bits, the sign among them", () => {
    expect(bitsApart(-1n, 0n)).toBe(64);
    expect(bitsApart(5n, 5n)).toBe(0);
    expect(bitsApart(BigInt.asIntN(64, 1n << 63n), 1n)).toBe(2);
    const alike = { fileId: "1", sha256: null, perceptualHash: 0n };
    const bits = (count: number) => ({ ...alike, perceptualHash: (1n << BigInt(count)) - 1n });
    expect(areAlike(alike, bits(mostBitsApart))).toBe(true);
    expect(areAlike(alike, bits(mostBitsApart + 1))).toBe(false);
  });
});
