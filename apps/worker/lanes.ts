import { type Job, type Lane, laneOf, lanePlaces, urgencyOf } from "@alcoves/jobs";

/** Lets so many jobs of a lane run at once; of those that wait the most urgent is next, and of equal ones the first that came. */
export class Places {
  #free: number;
  readonly #waiting: { urgency: number; start: () => void }[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  /** Runs `work` once a place is free. */
  async run<Result>(urgency: number, work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((start) => this.#queue({ urgency, start }));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next.start();
      else this.#free += 1;
    }
  }

  #queue(waiter: { urgency: number; start: () => void }): void {
    const place = this.#waiting.findIndex(({ urgency }) => urgency < waiter.urgency);
    this.#waiting.splice(place === -1 ? this.#waiting.length : place, 0, waiter);
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
    run: <Result>({ weight }: Job, work: () => Promise<Result>) =>
      places[laneOf(weight)].run(urgencyOf(weight), work),
  };
}
