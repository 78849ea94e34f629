/** Work on the page's own thread that takes longer goes on after a breath, ms: half of what is felt as a hitch. */
const longestMs = 24;

/** @returns a function to be called between parts of long work, that tells whether it is time to let the page draw */
export function createBreath(): () => Promise<void> | null {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longestMs) return null;
    return yieldToPage().then(() => {
      since = performance.now();
    });
  };
}

/** `scheduler.yield` comes back before other tasks; a browser without it takes the next turn. */
function yieldToPage(): Promise<void> {
  if ("scheduler" in globalThis && canYield(globalThis.scheduler)) return globalThis.scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}

function canYield(scheduler: unknown): scheduler is { yield(): Promise<void> } {
  return typeof scheduler === "object" && scheduler !== null && "yield" in scheduler;
}
