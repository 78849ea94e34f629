import { readFileSync, writeFileSync } from "node:fs";

const bytesPerMb = 1_024; // of the kB that /proc speaks of

function readMb(pid: number, field: "VmRSS" | "VmHWM"): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0) / bytesPerMb;
}

/** Begins to watch what processes hold (Linux: /proc). @returns a function that tells by how much the most grown one grew since, MB */
export function watchGrowth(pids: readonly number[]): () => number {
  const before = new Map(pids.map((pid) => [pid, readMb(pid, "VmRSS")]));
  // Forgets the peak that earlier work has left (proc_pid_clear_refs(5)).
  for (const pid of pids) writeFileSync(`/proc/${pid}/clear_refs`, "5");
  return () => Math.max(...[...before].map(([pid, held]) => readMb(pid, "VmHWM") - held));
}
