import fc from "fast-check";
import { expect, it } from "vitest";
import { batched } from "./batched.ts";

it("answers every call with its own answer, whatever comes together", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer(), fc.integer({ min: 0, max: 3 })), { maxLength: 40 }),
      fc.integer({ min: 1, max: 3 }),
      async (calls, atOnce) => {
        let runs = 0;
        let running = 0;
        let most = 0;
        const run = async (inputs: number[]) => {
          runs += 1;
          running += 1;
          most = Math.max(most, running);
          await new Promise((resolve) => setImmediate(resolve));
          running -= 1;
          return inputs.map((input) => input * 2);
        };
        const double = batched(run, { atOnce });
        const answers = await Promise.all(
          calls.map(async ([input, wait]) => {
            for (let turn = 0; turn < wait; turn += 1) await new Promise((resolve) => setImmediate(resolve));
            return double(input);
          }),
        );
        expect(answers).toEqual(calls.map(([input]) => input * 2));
        expect(runs).toBeLessThanOrEqual(Math.max(calls.length, 1));
        expect(most).toBeLessThanOrEqual(atOnce);
      },
    ),
    { numRuns: 30 },
  );
});

it("shares one run among calls of one turn, and goes on after a failure", async () => {
  let runs = 0;
  const call = batched(async (inputs: string[]) => {
    runs += 1;
    if (inputs.includes("bad")) throw new Error("no");
    return inputs;
  });
  expect(await Promise.all(["a", "b", "c"].map(call))).toEqual(["a", "b", "c"]);
  expect(runs).toBe(1);
  await expect(call("bad")).rejects.toThrow("no");
  expect(await call("good")).toBe("good");
});
