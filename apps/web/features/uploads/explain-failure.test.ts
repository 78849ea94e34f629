import { describe, expect, it } from "vitest";
import { judgeFailure, retryDelayMs, sentenceIn } from "./explain-failure.ts";

describe("a failed upload", () => {
  it.each([0, 502, 503, 504])("waits for a server that is away (%d)", (status) => {
    expect(judgeFailure({ status, body: "" })).toEqual({ kind: "offline" });
  });

  it.each([409, 423, 429, 500])("is tried again after a passing trouble (%d)", (status) => {
    expect(judgeFailure({ status, body: "" })).toEqual({ kind: "again" });
  });

  it.each([400, 401, 403, 404, 413, 415, 507])(
    "is told to the person when trying again cannot help (%d)",
    (status) => {
      const body = JSON.stringify({
        code: "TOO_LARGE",
        message: "This file is larger than the library has room for.",
      });
      expect(judgeFailure({ status, body })).toEqual({
        kind: "final",
        sentence: "This file is larger than the library has room for.",
      });
    },
  );

  it("finds the sentence where servers put it, and none in a page", () => {
    expect(sentenceIn('{"error":{"message":"No room."}}')).toBe("No room.");
    expect(sentenceIn('{"error":"No room."}')).toBe("No room.");
    expect(sentenceIn("No room.")).toBe("No room.");
    expect(sentenceIn("<html><h1>413</h1></html>")).toBeNull();
    expect(sentenceIn("")).toBeNull();
  });

  it("waits longer each time, at most ten seconds", () => {
    const delays = Array.from({ length: 12 }, (_, attempt) => retryDelayMs(attempt));
    expect(delays).toEqual(delays.toSorted((a, b) => a - b));
    expect(delays[0]).toBe(500);
    expect(Math.max(...delays)).toBe(10_000);
  });
});
