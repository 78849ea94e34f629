import { readdir, readFile } from "node:fs/promises";

/** A process as /proc tells of it. */
export interface ProcessFacts {
  pid: number;
  parent: number;
  /** Most memory it ever held, MB of 2^20 bytes: what the kernel counted, so that nothing falls between two looks. */
  peakMb: number;
  command: string;
}

/** @returns null when there is no such process (any more) */
export async function readProcess(pid: number): Promise<ProcessFacts | null> {
  try {
    const [status, command] = await Promise.all([
      readFile(`/proc/${pid}/status`, "utf8"),
      readFile(`/proc/${pid}/cmdline`, "utf8"),
    ]);
    const number = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
    if (/^State:\s+Z/m.test(status)) return null;
    return {
      pid,
      parent: number("PPid"),
      peakMb: number("VmHWM") / 1_024,
      command: command.replaceAll("\0", " ").trim(),
    };
  } catch {
    return null; // it ended meanwhile
  }
}

/** Every process below one, its children's children too. Linux alone. */
export async function readDescendants(pid: number): Promise<ProcessFacts[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = (await Promise.all(pids.map(readProcess))).filter((facts) => facts !== null);
  const found: ProcessFacts[] = [];
  for (let parents = [pid]; parents.length > 0; ) {
    const children = all.filter(({ parent }) => parents.includes(parent));
    found.push(...children);
    parents = children.map((child) => child.pid);
  }
  return found;
}
