/**
 * Waits for a state that comes by itself, looking often. @throws the last failure after `timeoutMs`
 * @param look returns when the state is there, throws while it is not
 */
export async function eventually<Result>(look: () => Promise<Result>, timeoutMs = 20_000): Promise<Result> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
