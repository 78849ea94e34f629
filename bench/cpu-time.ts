import { readdirSync, readFileSync } from "node:fs";

/** Ticks a second of /proc (USER_HZ), the same on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** Processor time that a process and those of its group of threads have used, seconds; 0 when it ended. Linux alone. */
export function cpuSeconds(pid: number): number {
  try {
    // The name in parentheses may hold spaces; utime and stime are the 14th and 15th field (proc_pid_stat(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return 0;
  }
}

/** @returns the processes that were started with that setting in their environment: those of an instance, by its data path */
export function processesWith(name: string, value: string): number[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(`${name}=${value}`);
      } catch {
        return false; // it ended meanwhile, or is another's
      }
    });
}
