import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostSelected, noSelection, toggled, withKeys, withoutKeys } from "./selection.ts";

const anyKey = fc.constantFrom("a", "b", "c", "d", "e");
const anyAct = fc.oneof(
  fc.record({ act: fc.constant("toggle" as const), keys: fc.tuple(anyKey) }),
  fc.record({ act: fc.constant("add" as const), keys: fc.array(anyKey) }),
  fc.record({ act: fc.constant("take" as const), keys: fc.array(anyKey) }),
);

describe("a selection", () => {
  it("holds what a set would hold after the same acts", () => {
    fc.assert(
      fc.property(fc.array(anyAct), (acts) => {
        let selection = noSelection;
        const model = new Set<string>();
        for (const { act, keys } of acts) {
          if (act === "toggle") {
            selection = toggled(selection, keys[0]);
            if (!model.delete(keys[0])) model.add(keys[0]);
          } else if (act === "add") {
            selection = withKeys(selection, keys);
            for (const key of keys) model.add(key);
          } else {
            selection = withoutKeys(selection, keys);
            for (const key of keys) model.delete(key);
          }
          expect([...selection.keys].toSorted()).toEqual([...model].toSorted());
        }
      }),
    );
  });

  it("begins a range where an item was toggled last", () => {
    expect(withKeys(toggled(noSelection, "b"), ["b", "c"]).anchor).toBe("b");
  });

  it("takes no more than one act takes", () => {
    const full = withKeys(
      noSelection,
      Array.from({ length: mostSelected + 5 }, (_, place) => `${place}`),
    );
    expect(full.keys.size).toBe(mostSelected);
    expect(toggled(full, "one more").keys.size).toBe(mostSelected);
    expect(toggled(full, "0").keys.size).toBe(mostSelected - 1);
  });
});
