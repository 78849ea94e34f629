import { type Job, type Lane, laneOf, lanePlaces } from "@alcoves/jobs";

/** Lets so many jobs of a lane run at once, in the order they came. */
export class Places {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  /** Runs `work` once a place is free. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

/** The places of each lane on a machine with `cores` processors, shared by every job of the lane. */
export function createLanes(cores: number) {
  const counts = lanePlaces(cores);
  const places: Record<Lane, Places> = {
    interactive: new Places(counts.interactive),
    light: new Places(counts.light),
    heavy: new Places(counts.heavy),
  };
  return {
    /** Jobs of a kind a consumer takes at once: as many as its lane could run. */
    concurrencyOf: (contract: Job) => counts[laneOf(contract.weight)],
    run: <Result>(contract: Job, work: () => Promise<Result>) => places[laneOf(contract.weight)].run(work),
  };
}
