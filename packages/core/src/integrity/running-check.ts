import { setTimeout } from "node:timers/promises";
import type { Context } from "../context.ts";
import { type CheckProgress, type CheckSummary, type Finding, type Flaw, flaws } from "./schema.ts";

export interface CheckOptions {
  /** Compares existence and size alone, and reads no original. */
  fast: boolean;
  /** Removes what can be made again and nobody refers to, and asks again for what was made and is missing. */
  repair: boolean;
  /** Between the two looks at what seems wrong, ms. */
  pauseMs?: number;
}

/** Who is told of a check while it runs. */
export interface CheckListener {
  progress(progress: CheckProgress): void;
  found(finding: Finding): void;
}

/** What seems wrong, and with which row or blob. */
export interface Suspect {
  /** Id of the row, or key of the blob. */
  item: string;
  flaw: Flaw;
  key: string;
  name: string | null;
  library: string | null;
}

/** Longer than any two steps of ours that belong together take. */
const defaultPauseMs = 2_000;

/** One check: what it has counted, and whom it tells. */
export class Check {
  readonly summary: CheckSummary = {
    originals: 0,
    withoutHash: 0,
    readBytes: 0,
    blobs: 0,
    found: 0,
    repaired: 0,
  };

  constructor(
    readonly ctx: Context,
    readonly options: CheckOptions,
    readonly listener: CheckListener,
  ) {}

  /**
   * Looks at a batch, and after a pause once more at what seemed wrong: the instance is at work, and an upload, a job or a
   * removal may just have been between storage and row. What is read anew and wrong both times is wrong.
   */
  async lookTwice<Found extends Suspect>(
    items: readonly string[],
    look: (items: readonly string[]) => Promise<Found[]>,
  ): Promise<Found[]> {
    const suspects = await look(items);
    if (suspects.length === 0) return [];
    await setTimeout(this.options.pauseMs ?? defaultPauseMs);
    const found = await look([...new Set(suspects.map(({ item }) => item))]);
    return found.sort((one, other) => one.item.localeCompare(other.item));
  }

  /** Tells of what is wrong. */
  tell({ flaw, key, name, library }: Suspect, repaired = false): void {
    this.summary.found += 1;
    if (repaired) this.summary.repaired += 1;
    this.listener.found({ flaw, key, name, library, message: flaws[flaw], repaired });
  }

  /** Tells how far a stage is. */
  progress(stage: CheckProgress["stage"], done: number, total: number | null): void {
    this.listener.progress({ stage, done, total, readBytes: this.summary.readBytes });
  }
}
