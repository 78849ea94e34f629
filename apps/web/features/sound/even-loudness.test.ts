import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evenGain, setGain, setVolume, volumeOf } from "./even-loudness.ts";

const anyShare = fc.double({ min: 0, max: 1, noNaN: true });

/** Sets and tells its volume as an element does, and refuses what an element refuses. */
function anElement(): HTMLMediaElement {
  const element = { volume: 1 };
  return element as HTMLMediaElement;
}

describe("sound made evenly loud", () => {
  it("brings loud music to −16 LUFS", () => {
    expect(evenGain(-10)).toBeCloseTo(0.501, 3);
    expect(20 * Math.log10(evenGain(-8.5))).toBeCloseTo(-7.5);
  });

  it("leaves quiet and unmeasured sound as it is: louder could cut off its peaks", () => {
    expect(evenGain(-23)).toBe(1);
    expect(evenGain(null)).toBe(1);
  });

  it("makes nothing silent, whatever was measured", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (lufs) => {
        expect(evenGain(lufs)).toBeGreaterThan(0);
        expect(evenGain(lufs)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("keeps how loud a person has it while gains come and go", () => {
    fc.assert(
      fc.property(anyShare, fc.array(fc.double({ min: 0.1, max: 1, noNaN: true })), (volume, gains) => {
        const media = anElement();
        setVolume(media, volume);
        for (const gain of gains) {
          setGain(media, gain);
          expect(media.volume).toBeCloseTo(volume * gain);
          expect(volumeOf(media)).toBeCloseTo(volume);
        }
      }),
    );
  });
});
