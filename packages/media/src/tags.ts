/** What exiftool says of a file: values by group and name, like `EXIF:Make`. Nothing in it is to be trusted. */
export type Tags = Record<string, unknown>;

/** @returns the first of these tags that the file has, whatever it holds */
export function firstOf(tags: Tags, names: readonly string[]): unknown {
  return names.map((name) => tags[name]).find((value) => value !== undefined && value !== "");
}

/** @returns the values of a tag that may stand alone or in a list */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** @returns a text or a number as it is written; nothing for what is neither, which may have no text at all */
export function writtenOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** Controls, and the marks that turn the direction of what follows (Trojan Source). */
const invisible = /[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;

/** Text as one line, without controls, at most 200 characters. What looks like HTML stays the text it is. */
export function labelOf(value: unknown, longest = 200): string | null {
  return textOf(value, longest, (text) => text.replace(invisible, " "));
}

/** Text with its lines, without other controls, at most 5,000 characters. */
export function linesOf(value: unknown): string | null {
  return textOf(value, 5_000, (text) =>
    text
      .split(/\r\n|\r|\n/)
      .map((line) => line.replace(invisible, " ").trimEnd())
      .join("\n"),
  );
}

function textOf(value: unknown, longest: number, clean: (text: string) => string): string | null {
  const [first] = listOf(value);
  const text = clean(writtenOf(first).slice(0, 4 * longest)).trim();
  return text.slice(0, longest).toWellFormed().trim() || null;
}

/** @returns a number within the bound, by its size without its sign; null for everything else */
export function numberOf(value: unknown, bound: number): number | null {
  const [first] = listOf(value);
  const number = typeof first === "number" ? first : Number.parseFloat(writtenOf(first));
  return Number.isFinite(number) && Math.abs(number) <= bound ? number : null;
}
