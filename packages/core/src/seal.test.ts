import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seal, unseal } from "./seal.ts";

const key = fc.record({ secret: fc.string({ minLength: 32 }), purpose: fc.string() });

describe("seal", () => {
  it("gives back what it was given, and never looks the same twice", () => {
    fc.assert(
      fc.property(key, fc.uint8Array(), (key, bytes) => {
        const sealed = seal(key, bytes);
        expect(new Uint8Array(unseal(key, sealed) ?? [])).toEqual(new Uint8Array(bytes));
        expect(sealed).not.toEqual(seal(key, bytes));
      }),
    );
  });

  it("does not open when any bit was changed or any byte is missing", () => {
    fc.assert(
      fc.property(key, fc.uint8Array(), fc.nat(), fc.nat(7), (key, bytes, place, bit) => {
        const sealed = seal(key, bytes);
        const changed = sealed.slice();
        const at = place % sealed.length;
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(unseal(key, changed)).toBeNull();
        expect(unseal(key, sealed.subarray(0, at))).toBeNull();
        expect(unseal(key, sealed.subarray(at + 1))).toBeNull();
      }),
    );
  });

  it("does not open with another secret or for another purpose", () => {
    fc.assert(
      fc.property(key, key, fc.uint8Array(), (key, other, bytes) => {
        fc.pre(key.secret !== other.secret && key.purpose !== other.purpose);
        const sealed = seal(key, bytes);
        expect(unseal({ ...key, secret: other.secret }, sealed)).toBeNull();
        expect(unseal({ ...key, purpose: other.purpose }, sealed)).toBeNull();
      }),
    );
  });
});
