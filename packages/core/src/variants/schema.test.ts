import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pictureVersion, premadeVariants, recipeOf, registryVersion, registryVersionOf } from "./schema.ts";

const spec = fc.record({
  widthPx: fc.integer({ min: 1, max: 4096 }),
  heightPx: fc.integer({ min: 1, max: 4096 }),
  fit: fc.constantFrom("inside" as const, "cover" as const),
  quality: fc.integer({ min: 1, max: 100 }),
  format: fc.constantFrom("jpeg" as const, "webp" as const, "avif" as const, "png" as const),
  mayEnlarge: fc.boolean(),
});

describe("a changed spec", () => {
  it("gives a variant another version, whatever was changed in it", () => {
    fc.assert(
      fc.property(spec, fc.constantFrom("widthPx", "heightPx", "quality"), (before, side) => {
        for (const after of [
          { ...before, [side]: before[side] + 1 },
          { ...before, fit: before.fit === "inside" ? ("cover" as const) : ("inside" as const) },
          { ...before, format: before.format === "png" ? ("webp" as const) : ("png" as const) },
          { ...before, mayEnlarge: !before.mayEnlarge },
        ]) {
          expect(recipeOf(after)).not.toBe(recipeOf(before));
          expect(pictureVersion(1, after)).toMatch(/^1-[0-9a-f]{8}$/);
        }
        expect(recipeOf({ ...before })).toBe(recipeOf(before));
      }),
    );
  });

  it("makes another registry, as do a new name and one less", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), spec), { minLength: 1 }), (premade) => {
        const [[name, first]] = premade as [[string, Parameters<typeof recipeOf>[0]]];
        const version = registryVersionOf(premade);
        expect(version).toBeGreaterThan(0);
        expect(version).toBeLessThan(2 ** 31);
        for (const other of [
          premade.slice(1),
          [...premade, premade[0] ?? [name, first]],
          [[`${name}x`, first] as const, ...premade.slice(1)],
          [[name, { ...first, quality: first.quality + 1 }] as const, ...premade.slice(1)],
        ]) {
          expect(registryVersionOf(other)).not.toBe(version);
        }
      }),
    );
  });

  it("is told from rows without a registry, whose version is 0", () => {
    expect(premadeVariants.length).toBeGreaterThan(0);
    expect(registryVersion).toBeGreaterThan(0);
  });
});
