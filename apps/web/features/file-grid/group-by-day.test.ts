import { describe, expect, it } from "vitest";
import { aFile } from "../files/file-fixture.ts";
import { groupByDay } from "./group-by-day.ts";

const at = (iso: string) => aFile({ filedAtMs: Date.parse(iso) });

describe("files grouped by day", () => {
  it("stand under the day of their wall clock, in their order", () => {
    const files = [at("2026-10-15T00:00:00Z"), at("2026-10-14T23:59:59.999Z"), at("2026-10-14T08:00:00Z")];
    expect(groupByDay(files)).toEqual([
      { day: "2026-10-15", count: 1 },
      { day: "2026-10-14", count: 2 },
    ]);
  });

  it("have no groups when there are none", () => {
    expect(groupByDay([])).toEqual([]);
  });
});
