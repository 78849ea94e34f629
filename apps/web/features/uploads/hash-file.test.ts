import { createHash } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { hashFile } from "./hash-file.ts";

const mebibyte = 1024 * 1024;
const bytesOf = (size: number) => new Uint8Array(Buffer.alloc(size, "not the same in each piece"));

describe("hashing a file", () => {
  it.each([0, 1, 200_000, 8 * mebibyte, 8 * mebibyte + 1, 21 * mebibyte + 7])(
    "gives its SHA-256, whatever its size (%d bytes)",
    async (size) => {
      const bytes = bytesOf(size);
      expect(await hashFile(new Blob([bytes]))).toBe(createHash("sha256").update(bytes).digest("hex"));
    },
  );

  it("reads a large file in pieces that bound its memory", async () => {
    const file = new Blob([bytesOf(20 * mebibyte)]);
    const slices = vi.spyOn(file, "slice");
    const whole = vi.spyOn(file, "arrayBuffer");
    await hashFile(file);
    expect(slices).toHaveBeenCalledTimes(5);
    expect(whole).not.toHaveBeenCalled();
  });

  it("fails when the file cannot be read any more", async () => {
    const file = new Blob(["x"]);
    vi.spyOn(file, "arrayBuffer").mockRejectedValue(new DOMException("gone", "NotReadableError"));
    await expect(hashFile(file)).rejects.toThrow("gone");
  });
});
