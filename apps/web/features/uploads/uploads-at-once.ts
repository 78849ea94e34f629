const key = "alcoves-uploads-at-once";

/** Uploads at once unless a person chose another number. */
export const defaultAtOnce = 4;
export const fewestAtOnce = 1;
export const mostAtOnce = 8;

/** @returns how many files to send at once */
export function recallAtOnce(): number {
  try {
    const value = Number(localStorage.getItem(key));
    return Number.isInteger(value) && value >= fewestAtOnce && value <= mostAtOnce ? value : defaultAtOnce;
  } catch {
    return defaultAtOnce;
  }
}

/** Keeps the number in this browser. */
export function rememberAtOnce(value: number): void {
  try {
    localStorage.setItem(key, String(value));
  } catch {
    // Without storage the number lasts as long as the page.
  }
}
