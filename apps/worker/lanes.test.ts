import fc from "fast-check";
import { expect, it } from "vitest";
import { Places } from "./lanes.ts";

it("gives a place that becomes free to the most urgent, and among equals to the first that came", async () => {
  const arrivals = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(arrivals, async (urgencies) => {
      const lane = new Places(1);
      const order: number[] = [];
      let leave = () => {};
      const first = lane.run(1, () => new Promise<void>((resolve) => (leave = resolve)));
      const rest = urgencies.map((urgency, place) => lane.run(urgency, async () => void order.push(place)));
      leave();
      await Promise.all([first, ...rest]);
      const wanted = urgencies
        .map((urgency, place) => ({ urgency, place }))
        .sort((a, b) => b.urgency - a.urgency || a.place - b.place);
      expect(order).toEqual(wanted.map(({ place }) => place));
    }),
  );
});

it("runs as many at once as it has places, also after work that failed", async () => {
  const lane = new Places(2);
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    throw new Error("It failed.");
  };
  const ended = await Promise.allSettled(Array.from({ length: 9 }, () => lane.run(1, work)));
  expect(ended.every(({ status }) => status === "rejected")).toBe(true);
  expect(most).toBe(2);
});
