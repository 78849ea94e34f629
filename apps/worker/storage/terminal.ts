const redrawMs = 200;

/** A line on a terminal that says how far the work is. Where stderr is no terminal there is none. */
export function createProgressLine() {
  const { stderr } = process;
  let drawnAt = 0;
  let drawn = false;

  function clear(): void {
    if (drawn) stderr.write("\r\u001b[K");
    drawn = false;
  }

  return {
    clear,
    draw(text: () => string): void {
      if (!stderr.isTTY || performance.now() - drawnAt < redrawMs) return;
      drawnAt = performance.now();
      clear();
      stderr.write(text().slice(0, (stderr.columns ?? 80) - 1));
      drawn = true;
    },
  };
}

const units = ["bytes", "kB", "MB", "GB", "TB"];

/** Such as "1.2 GB", in powers of 1,000. */
export function inWords(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${(bytes / 1_000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}

/** Such as "1 blob" and "1,234 blobs". */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
}

/** Text of others for a terminal: what would steer it, or change the order of what is read, is replaced. */
export function printable(text: string): string {
  return text.replace(/\p{C}/gu, "\ufffd");
}
