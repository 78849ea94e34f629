import { eventually } from "./eventually.ts";
import { type FuzzInput, makeInputs } from "./fuzz/make-inputs.ts";
import type { TestInstance } from "./instance.ts";
import type { TestPerson } from "./people.ts";
import { readDescendants, readProcess } from "./processes.ts";
import { temporaryFiles } from "./remains.ts";
import { uploadFile } from "./upload.ts";
import { startTestWorker } from "./worker.ts";

/** What a run is made of. */
export interface FuzzPlan {
  /** Real files that are broken. */
  paths: readonly string[];
  seed: number;
  count: number;
  /** Place of the first input; default 0. To look at one again: its place, and a count of 1. */
  first?: number;
  onProgress?: (done: number, soFar: FuzzReport) => void;
}

/** What became of a run. */
export interface FuzzReport {
  /** What should not have been: a worker that died, a reason that is none, something left behind. Empty is good. */
  faults: string[];
  /** How often each status of a job, and each reason of a failure, was the end. */
  outcomes: Record<string, number>;
  workerPeakMb: number;
  /** Inputs on their way when the worker was at its peak. */
  peakDuring: string[];
  largestChild: { peakMb: number; command: string };
  slowest: { label: string; seconds: number; recipe: string[] };
}

/** Inputs on their way at once: enough to keep a worker busy. */
const atOnce = 4;
const settledWithinMs = 180_000;

/**
 * Uploads broken files to an instance, lets a real worker do all it does to an upload, and asks for a picture of each.
 * Never throws for what a file does; the faults say it.
 */
export async function fuzz(instance: TestInstance, person: TestPerson, plan: FuzzPlan): Promise<FuzzReport> {
  const { seed, count, first = 0 } = plan;
  const inputOf = makeInputs(plan.paths, seed);
  const worker = startTestWorker(instance);
  const report: FuzzReport = {
    faults: [],
    outcomes: {},
    workerPeakMb: 0,
    peakDuring: [],
    largestChild: { peakMb: 0, command: "" },
    slowest: { label: "", seconds: 0, recipe: [] },
  };
  const onTheirWay = new Set<string>();
  const memory = watchMemory(worker.pid, { report, onTheirWay });
  let next = first;
  let done = 0;

  async function feed(): Promise<void> {
    while (next < first + count && (await readProcess(worker.pid))) {
      const input = inputOf(next++);
      onTheirWay.add(input.label);
      const startedAt = performance.now();
      const faults = await faultsOf(instance, person, { input, outcomes: report.outcomes });
      onTheirWay.delete(input.label);
      const seconds = (performance.now() - startedAt) / 1_000;
      report.faults.push(...faults.map((fault) => `${input.label} (${input.recipe.join("; ")}): ${fault}`));
      if (seconds > report.slowest.seconds)
        report.slowest = { label: input.label, seconds, recipe: input.recipe };
      done += 1;
      plan.onProgress?.(done, report);
    }
  }

  await Promise.all(Array.from({ length: atOnce }, feed));
  await memory.stop();
  report.faults.push(...(await leftBehind(instance, worker.pid)));
  await worker.stop();
  return report;
}

/** Uploads one input and waits until nothing is left to do to it. */
async function faultsOf(
  instance: TestInstance,
  person: TestPerson,
  { input, outcomes }: { input: FuzzInput; outcomes: Record<string, number> },
): Promise<string[]> {
  const { prisma } = instance.services.database;
  const count = (outcome: string) => {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };
  try {
    const fileId = await uploadFile(input.bytes, { ...instance, ...person, name: input.name });
    const row = await eventually(async () => {
      const row = await prisma.file.findUniqueOrThrow({ where: { id: fileId } });
      const open = statusesOf(row).filter(({ status }) => status === "queued" || status === "processing");
      if (open.length > 0) throw new Error(`${open.map(({ job }) => job).join(", ")} did not end`);
      return row;
    }, settledWithinMs);
    const faults: string[] = [];
    for (const { job, status, error } of statusesOf(row)) {
      count(status === "failed" ? `${job} failed: ${error}` : status);
      if (status === "failed" && !isSentence(error))
        faults.push(`${job} failed without a sentence: ${error}`);
    }
    const answer = await fetch(`${instance.url}/api/media/${fileId}/preview`, {
      headers: { authorization: `Bearer ${person.token}` },
    });
    await answer.arrayBuffer();
    count(`preview ${answer.status}`);
    if (answer.status >= 500) faults.push(`its preview was answered with ${answer.status}`);
    return faults;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** The end of each of a row's jobs, whichever they are. */
function statusesOf(row: object): { job: string; status: string; error: string }[] {
  const facts = new Map<string, unknown>(Object.entries(row));
  return [...facts.keys()]
    .filter((column) => column.endsWith("Status") && facts.has(column.replace(/Status$/, "DoneVersion")))
    .map((column) => {
      const job = column.replace(/Status$/, "");
      return { job, status: String(facts.get(column)), error: String(facts.get(`${job}Error`)) };
    });
}

/** One or two sentences for a person: no path, no stack, no name of a program's error. */
function isSentence(reason: string): boolean {
  return /^[A-Z][^\n/\\{}]{8,200}\.$/.test(reason) && !/\bat \w|Error\b|undefined|null|0x/.test(reason);
}

/** Watches what a process and those below it hold at most, and writes it into the report. */
function watchMemory(
  pid: number,
  { report, onTheirWay }: { report: FuzzReport; onTheirWay: ReadonlySet<string> },
): { stop(): Promise<void> } {
  let stopped = false;
  async function watch(): Promise<void> {
    while (!stopped) {
      const peakMb = (await readProcess(pid))?.peakMb ?? 0;
      if (peakMb > report.workerPeakMb) {
        report.workerPeakMb = peakMb;
        report.peakDuring = [...onTheirWay];
      }
      for (const { peakMb, command } of await readDescendants(pid)) {
        if (peakMb > report.largestChild.peakMb) report.largestChild = { peakMb, command };
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const watching = watch();
  return {
    stop() {
      stopped = true;
      return watching;
    },
  };
}

/** What a worker that has nothing to do should not have: a file in the making, or a child but the reader of metadata and, when run from source, the compiler, which stay open. */
async function leftBehind(instance: TestInstance, pid: number): Promise<string[]> {
  if (!(await readProcess(pid))) return ["the worker died"];
  const look = async () => {
    const children = (await readDescendants(pid)).filter(({ command }) => !/exiftool|esbuild/.test(command));
    const files = await temporaryFiles(instance);
    const left = [
      ...children.map(({ command }) => `a child was left: ${command}`),
      ...files.map((path) => `a file was left: ${path}`),
    ];
    if (left.length > 0) throw new Error(left.join("; "));
  };
  return eventually(look, 10_000).then(
    () => [],
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  );
}
