/**
 * Makes many calls share round trips: the first call goes at once, those that come while it is under way go together in
 * the next. A busy worker pays one statement for dozens of jobs, an idle one waits for nothing.
 * @param run gets the inputs in order and answers in the same order
 * @param options.atOnce round trips under way at once, default 1; with more of them the next gathers less
 */
export function batched<Input, Output>(
  run: (inputs: Input[]) => Promise<Output[]>,
  { atOnce = 1 }: { atOnce?: number } = {},
): (input: Input) => Promise<Output> {
  type Waiting = { input: Input; resolve: (output: Output) => void; reject: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let running = 0;

  async function flush() {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const outputs = await run(batch.map(({ input }) => input));
        for (const [index, { resolve }] of batch.entries()) resolve(outputs[index] as Output);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running -= 1;
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      // One turn of the event loop gathers the calls that are ready together.
      if (running < atOnce) {
        running += 1;
        setImmediate(() => void flush());
      }
    });
}
