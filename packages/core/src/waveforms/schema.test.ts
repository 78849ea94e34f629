import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeWaveform, encodeWaveform } from "./schema.ts";

const waveform = fc.record({
  peaksPerSecond: fc.integer({ min: 1, max: 0xffff }),
  sampleRate: fc.integer({ min: 1, max: 0xffffffff }),
  peaks: fc.array(fc.integer({ min: 0, max: 32_768 })).map((peaks) => Uint16Array.from(peaks)),
});

it("reads what it has written, wherever the bytes lie in memory", () => {
  fc.assert(
    fc.property(waveform, fc.nat(7), (written, offset) => {
      const bytes = encodeWaveform(written);
      const moved = new Uint8Array(bytes.length + offset);
      moved.set(bytes, offset);
      expect(decodeWaveform(moved.subarray(offset))).toEqual(written);
    }),
  );
});

it("reads nothing out of bytes that were cut off, or that are something else", () => {
  fc.assert(
    fc.property(waveform, fc.nat(), fc.uint8Array(), (written, cut, other) => {
      const bytes = encodeWaveform(written);
      expect(decodeWaveform(bytes.subarray(0, cut % bytes.length))).toBeNull();
      expect(decodeWaveform(other)).toBeNull();
    }),
  );
});
