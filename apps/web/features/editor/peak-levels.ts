/** Each level has a fourth of the peaks of the one below it. */
const ratio = 4;
/** Full scale of a peak. */
const fullScale = 32_768;

/** The peaks of a recording at several coarsenesses: a column of hours is as quickly drawn as one of a second. */
export class PeakLevels {
  readonly #levels: Uint16Array[];
  readonly #peaksPerSecond: number;

  /** @param peaks of equal stretches, 0–32768 */
  constructor(peaks: Uint16Array, peaksPerSecond: number) {
    this.#peaksPerSecond = peaksPerSecond;
    this.#levels = [peaks];
    for (let finer = peaks; finer.length > ratio; ) {
      const level = new Uint16Array(Math.ceil(finer.length / ratio));
      for (let place = 0; place < finer.length; place += 1) {
        const at = Math.floor(place / ratio);
        level[at] = Math.max(level[at] ?? 0, finer[place] ?? 0);
      }
      this.#levels.push(level);
      finer = level;
    }
  }

  /** The largest peak of all, 0–1. */
  get largest(): number {
    return Math.max(0, ...(this.#levels.at(-1) ?? [])) / fullScale;
  }

  /** @returns the largest peak between two times, 0–1; of the stretches they lie in, so that no bang is lost */
  largestBetween(fromMs: number, toMs: number): number {
    const wanted = ((toMs - fromMs) / 1_000) * this.#peaksPerSecond;
    let [level, width] = [0, 1];
    while (width * ratio * ratio <= wanted && level + 1 < this.#levels.length) {
      level += 1;
      width *= ratio;
    }
    const peaks = this.#levels[level] ?? new Uint16Array();
    const placeOf = (ms: number) => ((ms / 1_000) * this.#peaksPerSecond) / width;
    const from = Math.max(0, Math.floor(placeOf(fromMs)));
    const to = Math.min(peaks.length, Math.max(from + 1, Math.ceil(placeOf(toMs))));
    let largest = 0;
    for (let place = from; place < to; place += 1) largest = Math.max(largest, peaks[place] ?? 0);
    return largest / fullScale;
  }
}
