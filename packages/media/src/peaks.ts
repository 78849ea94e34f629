/** Samples of a second of what peaks are made from. */
export const peakSampleRate = 16_000;
/** Peaks of a second. */
export const peaksPerSecond = 50;

const samplesInWindow = peakSampleRate / peaksPerSecond;

/**
 * Takes the peaks of sound that comes in pieces: of each 20 ms the largest absolute sample, 0–32768, as it is, without
 * normalisation. The last window may be shorter. Memory: two bytes a peak, 360 kB an hour.
 */
export class Peaks {
  #peaks = new Uint16Array(4_096);
  #count = 0;
  #largest = 0;
  #samples = 0;
  /** The first half of a sample whose second half comes with the next piece. */
  #half: number | null = null;

  /** @param piece 16-bit little-endian mono PCM at 16 kHz; it may be cut anywhere, also inside a sample */
  push(piece: Uint8Array): void {
    let at = 0;
    if (this.#half !== null && piece.length > 0) {
      this.#take(this.#half | ((piece[0] ?? 0) << 8));
      this.#half = null;
      at = 1;
    }
    for (; at + 1 < piece.length; at += 2) this.#take((piece[at] ?? 0) | ((piece[at + 1] ?? 0) << 8));
    if (at < piece.length) this.#half = piece[at] ?? 0;
  }

  /** @returns every peak so far, the unfinished window's too */
  end(): Uint16Array {
    if (this.#samples > 0) this.#close();
    return this.#peaks.slice(0, this.#count);
  }

  #take(sample: number): void {
    const size = sample < 0x8000 ? sample : 0x10000 - sample;
    if (size > this.#largest) this.#largest = size;
    this.#samples += 1;
    if (this.#samples === samplesInWindow) this.#close();
  }

  #close(): void {
    if (this.#count === this.#peaks.length) {
      const larger = new Uint16Array(this.#peaks.length * 2);
      larger.set(this.#peaks);
      this.#peaks = larger;
    }
    this.#peaks[this.#count] = this.#largest;
    this.#count += 1;
    this.#largest = 0;
    this.#samples = 0;
  }
}
