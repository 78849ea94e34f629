import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describeWithSharedMedia, sharedMediaFile } from "@alcoves/testing/shared-media";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Peaks, peakSampleRate, peaksPerSecond } from "./peaks.ts";

const samplesInWindow = peakSampleRate / peaksPerSecond;

/** The plain way: all samples at once. */
function peaksOf(samples: readonly number[]): number[] {
  const count = Math.ceil(samples.length / samplesInWindow);
  return Array.from({ length: count }, (_, window) =>
    samples
      .slice(window * samplesInWindow, (window + 1) * samplesInWindow)
      .reduce((largest, sample) => Math.max(largest, Math.abs(sample)), 0),
  );
}

describe("Peaks", () => {
  it("are the same however the sound is cut into pieces", () => {
    const samples = fc.array(fc.integer({ min: -32_768, max: 32_767 }), { maxLength: 3_000, size: "max" });
    const cuts = fc.array(fc.nat(), { maxLength: 30 });
    fc.assert(
      fc.property(samples, cuts, (samples, cuts) => {
        const bytes = new Uint8Array(Int16Array.from(samples).buffer);
        const places = cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b);
        const peaks = new Peaks();
        let from = 0;
        for (const to of [...places, bytes.length]) {
          peaks.push(bytes.subarray(from, to));
          from = to;
        }
        expect([...peaks.end()]).toEqual(peaksOf(samples));
      }),
    );
  });

  it("know the largest of all: −32768 has no positive twin in 16 bits", () => {
    const peaks = new Peaks();
    peaks.push(new Uint8Array(Int16Array.of(0, -32_768, 32_767).buffer));
    expect([...peaks.end()]).toEqual([32_768]);
  });

  it("of six hours take two bytes each", () => {
    const peaks = new Peaks();
    const second = new Uint8Array(peakSampleRate * 2).fill(1);
    for (let count = 0; count < 6 * 60 * 60; count += 1) peaks.push(second);
    const all = peaks.end();
    expect(all.length).toBe(6 * 60 * 60 * peaksPerSecond);
    expect(all.byteLength).toBe(all.length * 2);
  });
});

describeWithSharedMedia("Peaks of speech", () => {
  it("equal those of its samples, and the largest is the one ffmpeg finds", () => {
    const path = sharedMediaFile("audio/jfk.wav");
    const wav = readFileSync(path);
    const start = wav.indexOf("data") + 8;
    const data = wav.subarray(start, start + wav.readUInt32LE(start - 4));
    const samples = Array.from({ length: data.length / 2 }, (_, place) => data.readInt16LE(place * 2));
    const peaks = new Peaks();
    peaks.push(data);
    const found = [...peaks.end()];
    expect(found).toEqual(peaksOf(samples));
    const said = execFileSync("sh", ["-c", `ffmpeg -hide_banner -i '${path}' -af astats -f null - 2>&1`]);
    const [, level] = /Peak level dB: (-?[\d.]+)/.exec(said.toString()) ?? [];
    expect(20 * Math.log10(Math.max(...found) / 32_768)).toBeCloseTo(Number(level), 3);
  });
});
