import { expect, it } from "vitest";
import { counted, inWords, printable } from "./terminal.ts";

it("says sizes and counts in words", () => {
  expect([0, 999, 1_000, 1_250_000_000].map(inWords)).toEqual(["0 bytes", "999 bytes", "1.0 kB", "1.3 GB"]);
  expect([counted(1, "blob"), counted(1_234, "blob")]).toEqual(["1 blob", "1,234 blobs"]);
});

it("lets no name steer the terminal", () => {
  expect(printable("a\u001b[2Jb\u202ec\n")).toBe("a\ufffd[2Jb\ufffdc\ufffd");
  expect(printable("Ferien 🏖 été.jpg")).toBe("Ferien 🏖 été.jpg");
});
