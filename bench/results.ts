import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

const page = new URL("./RESULTS.md", import.meta.url);

/** One measured ratio. */
export interface Result {
  id: string;
  ours: string;
  comparator: string;
  gate: number;
  goal: number;
  unit: string;
  ratio: number;
  lowest: number;
  highest: number;
  medianOurs: number;
  medianComparator: number;
}

const head = `# Ratios

Written by \`npm run bench\`. Each line is ours ÷ comparator, both measured in turn in one run: the median of five pairs after one that
warms up, and the lowest and highest pair. Above the gate is where we start, the goal is where we want to be.

| id | ours | comparator | ratio | spread | gate | goal | medians | measured |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
`;

/** Replaces the line of a ratio in bench/RESULTS.md; the others stay. */
export function writeResult(result: Result): void {
  const lines = new Map(readLines().map((line) => [idOf(line), line]));
  lines.set(result.id, lineOf(result));
  const sorted = [...lines].sort(
    ([a], [b]) => Number.parseInt(a.slice(1), 10) - Number.parseInt(b.slice(1), 10),
  );
  writeFileSync(page, `${head}${sorted.map(([, line]) => line).join("\n")}\n`);
}

function readLines(): string[] {
  try {
    return readFileSync(page, "utf8")
      .split("\n")
      .filter((line) => /^\| R\d+ /.test(line));
  } catch {
    return []; // the first measurement makes the page
  }
}

function idOf(line: string): string {
  return line.split("|")[1]?.trim() ?? "";
}

function lineOf(result: Result): string {
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const day = new Date().toISOString().slice(0, 10);
  const cells = [
    result.id,
    result.ours,
    result.comparator,
    `**${result.ratio.toFixed(2)}**`,
    `${result.lowest.toFixed(2)}–${result.highest.toFixed(2)}`,
    `≥ ${result.gate}`,
    result.goal,
    `${result.medianOurs.toFixed(1)} : ${result.medianComparator.toFixed(1)} ${result.unit}`,
    `${day}, ${machine}`,
  ];
  return `| ${cells.join(" | ")} |`;
}
