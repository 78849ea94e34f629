const largestBytes = 256 * 1024;
const longestText = 2_000;
/** What the reader says of itself and of this machine's disk, not of the file. */
const ownTags = new Set([
  "SourceFile",
  "File:Directory",
  "File:FileName",
  "File:FileAccessDate",
  "File:FileInodeChangeDate",
  "File:FileModifyDate",
  "File:FilePermissions",
  "ExifTool:ExifToolVersion",
  "errors",
  "warnings",
]);
/** What exiftool says in the place of bytes. */
const binary = /^\(Binary data \d+ bytes/;

/**
 * Every tag as plain JSON, without binary values, controls and the server's own paths, at most 256 kB in all: a tag that
 * would not fit any more is left out, and the smaller ones after it are kept.
 */
export function jsonSafe(tags: object): Record<string, unknown> {
  const kept: [string, unknown][] = [];
  let sizeBytes = 2;
  for (const [name, value] of Object.entries(tags)) {
    if (ownTags.has(name)) continue;
    const plain = plainOf(value, 0);
    if (plain === undefined) continue;
    const entryBytes = Buffer.byteLength(JSON.stringify({ [nameOf(name)]: plain }));
    if (sizeBytes + entryBytes > largestBytes) continue;
    sizeBytes += entryBytes;
    kept.push([nameOf(name), plain]);
  }
  return Object.fromEntries(kept);
}

function plainOf(value: unknown, depth: number): unknown {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value === "string") return binary.test(value) ? undefined : textOf(value);
  if (typeof value !== "object" || depth > 5) return undefined;
  if (Array.isArray(value)) return value.slice(0, 200).map((entry) => plainOf(entry, depth + 1) ?? null);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, entry]) => {
      const plain = plainOf(entry, depth + 1);
      return plain === undefined ? [] : [[nameOf(name), plain]];
    }),
  );
}

/** PostgreSQL's jsonb takes neither NUL nor half a surrogate pair; cutting may halve one. */
function textOf(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, " ")
    .slice(0, longestText)
    .toWellFormed();
}

function nameOf(name: string): string {
  return textOf(name).slice(0, 200).toWellFormed();
}
