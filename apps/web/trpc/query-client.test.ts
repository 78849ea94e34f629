import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { isPassing } from "./query-client.ts";

const answered = (httpStatus: number) =>
  new TRPCClientError("A sentence.", { result: { error: { data: { httpStatus } } } });

test("a refusal is not asked for again", () => {
  for (const status of [400, 401, 403, 404, 409, 429]) expect(isPassing(answered(status))).toBe(false);
});

test("a server in trouble and a lost connection are worth another try", () => {
  expect(isPassing(answered(500))).toBe(true);
  expect(isPassing(answered(503))).toBe(true);
  expect(isPassing(new TRPCClientError("Failed to fetch"))).toBe(true);
});

test("an error of the page itself stays one however often it is tried", () => {
  expect(isPassing(new TypeError("x is undefined"))).toBe(false);
});
