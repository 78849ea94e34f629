import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileLabel } from "./file-label.ts";

describe("fileLabel", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\photos\\a.jpg", "a.jpg"],
    ["<img src=x onerror=alert(1)>.jpg", "<img src=x onerror=alert(1)>.jpg"],
    ["CON", "CON"],
    ["-rf.jpg", "-rf.jpg"],
    ["a\nb\u0000c.jpg", "abc.jpg"],
    ["photo\u202Egpj.exe", "photogpj.exe"],
    ["👨‍👩‍👧.jpg", "👨‍👩‍👧.jpg"],
    ["100%00.jpg", "100%00.jpg"],
    ["..", "unnamed"],
    ["", "unnamed"],
    ["/", "unnamed"],
  ])("makes of %j the label %j", (name, label) => {
    expect(fileLabel(name)).toBe(label);
  });

  it("makes one label of two spellings of a letter", () => {
    expect(fileLabel("e\u0301te\u0301.jpg")).toBe(fileLabel("été.jpg"));
  });

  it("keeps the extension of a name that is too long", () => {
    const label = fileLabel(`${"é".repeat(300)}.jpeg`);
    expect(Buffer.byteLength(label)).toBeLessThanOrEqual(255);
    expect(label).toMatch(/é\.jpeg$/);
  });

  it("is safe, short and settled, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
        const label = fileLabel(name);
        expect(Buffer.byteLength(label)).toBeLessThanOrEqual(255);
        expect(label).not.toMatch(/[/\\\p{Cc}]/u);
        expect([".", "..", ""]).not.toContain(label);
        expect(fileLabel(label)).toBe(label);
      }),
    );
  });
});
