import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDebianVersion, findVersion, isAtLeast } from "./version.mjs";

describe("findVersion", () => {
  it.each([
    ["postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", "15.18"],
    ["Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64", "7.0.15"],
    ["Valkey server v=8.1.1 sha=0", "8.1.1"],
    ["postgres (PostgreSQL) 18beta1", "18"],
    ["v20.20.2", "20.20.2"],
    ["no number", undefined],
    [undefined, undefined],
  ])("reads %s", (text, version) => expect(findVersion(text)).toBe(version));
});

describe("findDebianVersion", () => {
  it.each([
    ["5:7.0.15-1~deb12u7", "7.0.15"],
    ["15+248+deb12u1", "15"],
    ["0.8.0-1", "0.8.0"],
  ])("leaves the epoch out of %s", (text, version) => expect(findDebianVersion(text)).toBe(version));
});

describe("isAtLeast", () => {
  it("compares numbers, not letters", () => {
    expect(isAtLeast("0.10.1", "0.8")).toBe(true);
    expect(isAtLeast("9.6", "15")).toBe(false);
    expect(isAtLeast("15", "15.0")).toBe(true);
    expect(isAtLeast(undefined, "0")).toBe(false);
  });

  it("orders any two versions one way or both", () => {
    const version = fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("."));
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(isAtLeast(a, b) || isAtLeast(b, a)).toBe(true);
        expect(isAtLeast(`${a}.1`, a)).toBe(true);
        expect(isAtLeast(a, `${a}.1`)).toBe(false);
      }),
    );
  });
});
