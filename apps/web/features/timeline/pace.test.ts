import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createPace } from "./pace.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("does the first at once, then the last of what was asked for in each while", () => {
  const done: number[] = [];
  const pace = createPace(30);
  for (const number of [1, 2, 3]) pace.run(() => done.push(number));
  expect(done).toEqual([1]);
  vi.advanceTimersByTime(30);
  expect(done).toEqual([1, 3]);
  pace.run(() => done.push(4));
  expect(done).toEqual([1, 3]);
  vi.advanceTimersByTime(100);
  pace.run(() => done.push(5));
  expect(done).toEqual([1, 3, 4, 5]);
});

it("does what waits when all is over, or gives it up", () => {
  const done: number[] = [];
  const pace = createPace(30);
  for (const number of [1, 2]) pace.run(() => done.push(number));
  pace.finish();
  expect(done).toEqual([1, 2]);
  for (const number of [3, 4]) pace.run(() => done.push(number));
  pace.stop();
  vi.advanceTimersByTime(100);
  expect(done).toEqual([1, 2, 3]);
});
