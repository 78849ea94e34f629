import { crc32 } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { findLengthFields } from "./length-fields.ts";
import { mutate } from "./mutate.ts";

const file = fc.uint8Array({ minLength: 1, maxLength: 5_000 }).map((bytes) => Buffer.from(bytes));

it("breaks a file the same way for the same seed, says how, and leaves something of it", () => {
  fc.assert(
    fc.property(file, file, fc.integer(), (bytes, other, seed) => {
      const before = Buffer.from(bytes);
      const broken = mutate(bytes, other, createRandom(seed));
      expect(mutate(bytes, other, createRandom(seed))).toEqual(broken);
      expect(bytes.equals(before)).toBe(true);
      expect(broken.bytes.length).toBeGreaterThan(0);
      expect(broken.recipe.length).toBeGreaterThan(0);
    }),
  );
});

it("spreads its numbers over all that they may be", () => {
  const random = createRandom(1);
  const counts = new Map<number, number>();
  for (let draw = 0; draw < 10_000; draw += 1) {
    const drawn = random.below(10);
    counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(200);
});

it("finds the lengths that readers believe", () => {
  const chunk = Buffer.concat([Buffer.from("IHDR"), Buffer.alloc(13)]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(chunk));
  const png = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.of(0, 0, 0, 13), chunk, sum]);
  const places = findLengthFields(png).map(({ at }) => at);
  expect(places).toEqual([8, 16, 20]);
});
