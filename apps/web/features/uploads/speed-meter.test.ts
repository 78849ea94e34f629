import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addSample, type SpeedSample, secondsLeft, speedOf, speedWindowMs } from "./speed-meter.ts";

const measure = (samples: SpeedSample[]) => samples.reduce<SpeedSample[]>(addSample, []);
const steady = (bytesPerSecond: number, seconds: number) =>
  Array.from({ length: seconds + 1 }, (_, second) => ({
    atMs: second * 1000,
    sentBytes: second * bytesPerSecond,
  }));

describe("the speed meter", () => {
  it("measures a steady upload", () => {
    const samples = measure(steady(5_000_000, 20));
    expect(speedOf(samples)).toBeCloseTo(5_000_000);
    expect(secondsLeft(samples, 50_000_000)).toBeCloseTo(10);
  });

  it("forgets what is older than its window", () => {
    const stalled = { atMs: 20_000 + speedWindowMs * 2, sentBytes: 100_000_000 };
    const later = { ...stalled, atMs: stalled.atMs + speedWindowMs };
    expect(speedOf(measure([...steady(5_000_000, 20), stalled, later]))).toBe(0);
  });

  it("says nothing before it knows", () => {
    expect(speedOf([])).toBe(0);
    expect(secondsLeft(measure([{ atMs: 0, sentBytes: 0 }]), 100)).toBeNull();
  });

  it("starts anew when less is sent than before", () => {
    expect(measure([...steady(1000, 5), { atMs: 6000, sentBytes: 10 }])).toEqual([
      { atMs: 6000, sentBytes: 10 },
    ]);
  });

  it("is never negative and keeps few samples", () => {
    const anySamples = fc.array(fc.record({ atMs: fc.nat(1e6), sentBytes: fc.nat(1e9) }), { maxLength: 100 });
    fc.assert(
      fc.property(anySamples, (samples) => {
        const kept = measure(samples.toSorted((a, b) => a.atMs - b.atMs));
        expect(speedOf(kept)).toBeGreaterThanOrEqual(0);
        const window = (kept.at(-1)?.atMs ?? 0) - speedWindowMs;
        expect(kept.filter(({ atMs }) => atMs <= window).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
