/** Full scale of a peak. */
const fullScale = 32_768;

/**
 * Fits peaks into columns: each shows the largest of its stretch, so that no bang is lost on a narrow screen.
 * @returns heights, 0–1, as many as asked for
 */
export function waveformColumns(peaks: Uint16Array, count: number): number[] {
  return Array.from({ length: count }, (_, column) => {
    const from = Math.floor((column * peaks.length) / count);
    const to = Math.max(from + 1, Math.floor(((column + 1) * peaks.length) / count));
    let largest = 0;
    for (let place = from; place < to; place += 1) largest = Math.max(largest, peaks[place] ?? 0);
    return largest / fullScale;
  });
}
