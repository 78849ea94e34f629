import { readDescendants, readProcess } from "./processes.ts";

/** What a process and those it started took, MB of 2^20 bytes. */
export interface MemoryPeaks {
  /** Most that the process had held when the watch began. */
  readonly before: number;
  /** Most that it held until the end. */
  readonly peak: number;
  /** Most that any single process below it held, and its command. */
  readonly child: { readonly command: string; readonly peak: number };
}

const everyMs = 100;

/** Watches the memory of a process of this machine (Linux: /proc). @returns a function that ends the watch */
export async function watchMemory(pid: number): Promise<() => Promise<MemoryPeaks>> {
  const held = async () => Math.round((await readProcess(pid))?.peakMb ?? 0);
  const before = await held();
  let child = { command: "none", peak: 0 };
  let stopped = false;
  async function watch() {
    while (!stopped) {
      for (const { peakMb, command } of await readDescendants(pid)) {
        if (peakMb > child.peak) child = { command: command.slice(0, 40), peak: Math.round(peakMb) };
      }
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  }
  const watching = watch();
  return async () => {
    stopped = true;
    await watching;
    return { before, peak: await held(), child };
  };
}
