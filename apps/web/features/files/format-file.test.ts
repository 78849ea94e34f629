import { expect, it } from "vitest";
import { formatBytes, formatDuration, formatWait } from "./format-file.ts";

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [38_400_000, "38 MB"],
  [999_600, "1.0 MB"],
  [1_440_000_000, "1.4 GB"],
])("says %d bytes as %s", (bytes, text) => expect(formatBytes(bytes)).toBe(text));

it.each([
  [0, "0:00"],
  [95_400, "1:35"],
  [3_723_000, "1:02:03"],
])("says %d ms of playing time as %s", (ms, text) => expect(formatDuration(ms)).toBe(text));

it.each([
  [0.2, "1 s"],
  [45, "45 s"],
  [120, "2 min"],
  [10_800, "3 h"],
])("says a wait of %d s as %s", (seconds, text) => expect(formatWait(seconds)).toBe(text));
