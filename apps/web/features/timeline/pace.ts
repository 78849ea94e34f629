/** Lets work that is asked for again and again be done at most so often. */
export interface Pace {
  /** Does it at once, or when its time has come; of what was asked for meanwhile, the last alone. */
  run(work: () => void): void;
  /** Does now what still waits. */
  finish(): void;
  /** Gives up what still waits. */
  stop(): void;
}

/** @param everyMs the least time from one beginning to the next, ms */
export function createPace(everyMs: number): Pace {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next: (() => void) | undefined;

  function begin(work: () => void) {
    timer = setTimeout(rest, everyMs);
    work();
  }
  function rest() {
    timer = undefined;
    const work = next;
    next = undefined;
    if (work) begin(work);
  }
  function stop() {
    clearTimeout(timer);
    timer = undefined;
    next = undefined;
  }

  return {
    run(work) {
      if (timer === undefined) begin(work);
      else next = work;
    },
    finish() {
      const work = next;
      stop();
      work?.();
    },
    stop,
  };
}
