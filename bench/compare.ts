import { writeResult } from "./results.ts";

/** A ratio of performance: ours against a comparator, both measured in the same run on the same work. */
export interface Comparison {
  /** Like R11, or R3 (warm) where one ratio has several sides. */
  id: string;
  ours: string;
  comparator: string;
  /** Least ratio to accept. */
  gate: number;
  goal: number;
  /** What the two functions return more of: the larger the better, like "requests/s". */
  unit: string;
  measureOurs: (pair: number) => Promise<number>;
  measureComparator: (pair: number) => Promise<number>;
}

/** Pairs that count, after one that warms both up. */
const pairs = 5;

/** Measures one comparison after the other and ends the process, with code 1 when one is below its gate. */
export async function compare(...comparisons: Comparison[]): Promise<never> {
  let allPassed = true;
  for (const comparison of comparisons) allPassed = (await measure(comparison)) && allPassed;
  process.exit(allPassed ? 0 : 1);
}

/** Measures in turn (A B A B …), takes the median of the pairs' ratios, and writes it to the table. @returns whether it passed */
async function measure(comparison: Comparison): Promise<boolean> {
  const measured: { ours: number; comparator: number; ratio: number }[] = [];
  for (let pair = 0; pair <= pairs; pair += 1) {
    const comparator = await comparison.measureComparator(pair);
    const ours = await comparison.measureOurs(pair);
    if (pair > 0) measured.push({ ours, comparator, ratio: ours / comparator });
  }
  const ratios = measured.map(({ ratio }) => ratio);
  const ratio = median(ratios);
  const result = {
    ...comparison,
    ratio,
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
    medianOurs: median(measured.map(({ ours }) => ours)),
    medianComparator: median(measured.map(({ comparator }) => comparator)),
  };
  writeResult(result);
  const passed = ratio >= comparison.gate;
  console.log(
    `${comparison.id}: ${ratio.toFixed(2)} (${result.lowest.toFixed(2)}–${result.highest.toFixed(2)}), gate ${comparison.gate}, goal ${comparison.goal}: ` +
      `${result.medianOurs.toFixed(1)} against ${result.medianComparator.toFixed(1)} ${comparison.unit}${passed ? "" : " — below the gate"}`,
  );
  return passed;
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
