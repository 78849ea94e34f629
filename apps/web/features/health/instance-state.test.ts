import { expect, test } from "vitest";
import { instanceState } from "./instance-state.ts";

const well = { isOnline: true, failures: 0, missing: [] };

test("nothing is said before anything is known, and after one lost answer", () => {
  expect(instanceState({ ...well, missing: undefined }).kind).toBe("well");
  expect(instanceState({ ...well, failures: 1 }).kind).toBe("well");
});

test("a server that does not answer twice is unreachable, whatever it said before", () => {
  expect(instanceState({ ...well, failures: 2, missing: ["Redis"] }).kind).toBe("unreachable");
});

test("without a network the server is not to blame", () => {
  expect(instanceState({ isOnline: false, failures: 9, missing: ["Redis"] }).kind).toBe("offline");
});

test("missing parts are named", () => {
  expect(instanceState({ ...well, missing: ["Redis", "storage"] })).toEqual({
    kind: "paused",
    missing: ["Redis", "storage"],
  });
});
