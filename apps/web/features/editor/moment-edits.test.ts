import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { makeId } from "./make-id.ts";
import { inOrder, moveEdge, moveRange, newRange, splitMoment } from "./moment-edits.ts";

const durationMs = 60_000;
const range = fc
  .tuple(fc.integer({ min: 0, max: durationMs - 100 }), fc.integer({ min: 100, max: durationMs }))
  .map(([startMs, length]) => ({ startMs, endMs: Math.min(durationMs, startMs + length) }));
const anyMs = fc.double({ min: -100_000, max: 200_000, noNaN: true });

it("keeps moments inside of the recording, whole and long enough, however they are moved", () => {
  fc.assert(
    fc.property(range, anyMs, fc.option(anyMs), (before, ms, toMs) => {
      for (const { startMs, endMs } of [
        moveEdge(before, "start", { ms, durationMs }),
        moveEdge(before, "end", { ms, durationMs }),
        moveRange(before, { ms, durationMs }),
        newRange({ fromMs: ms, toMs, durationMs }) ?? before,
      ]) {
        expect(Number.isInteger(startMs) && Number.isInteger(endMs)).toBe(true);
        expect(startMs).toBeGreaterThanOrEqual(0);
        expect(endMs).toBeLessThanOrEqual(durationMs);
        expect(endMs - startMs).toBeGreaterThanOrEqual(100);
      }
      const moved = moveRange(before, { ms, durationMs });
      expect(moved.endMs - moved.startMs).toBe(before.endMs - before.startMs);
    }),
  );
});

it("splits a moment where both parts are long enough", () => {
  const draft = { name: "Cake", description: "d", startMs: 0, endMs: 1_000, tags: [] };
  const wanted = new Map([["a", draft]]);
  expect(splitMoment(wanted, "a", { atMs: 50, newId: "b" })).toBeNull();
  expect(splitMoment(wanted, "a", { atMs: 950, newId: "b" })).toBeNull();
  expect(splitMoment(wanted, "none", { atMs: 500, newId: "b" })).toBeNull();
  const split = splitMoment(wanted, "a", { atMs: 400.4, newId: "b" });
  expect(split && inOrder(split)).toEqual(["a", "b"]);
  expect(split?.get("a")).toEqual({ ...draft, endMs: 400 });
  expect(split?.get("b")).toEqual({ ...draft, startMs: 400 });
});

it("has no place for a moment in a recording that is too short", () => {
  expect(newRange({ fromMs: 0, toMs: null, durationMs: 99 })).toBeNull();
});

it("names new moments by UUIDs", () => {
  expect(z.uuidv4().safeParse(makeId()).success).toBe(true);
  expect(makeId()).not.toBe(makeId());
});
