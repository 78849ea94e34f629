const largestBytes = 256 * 1024;
const longestText = 2_000;
/** What the reader says of itself and of this machine's disk, not of the file. */
const ownTags = new Set([
  "SourceFile",
  "Directory",
  "FileName",
  "FileAccessDate",
  "FileInodeChangeDate",
  "FileModifyDate",
  "FilePermissions",
  "ExifToolVersion",
  "errors",
  "warnings",
]);

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
  if (typeof value === "string") return textOf(value);
  if (typeof value !== "object" || depth > 5) return undefined;
  if (isBinary(value)) return undefined;
  // Dates and times of exiftool-vendored keep what was written.
  if ("rawValue" in value && typeof value.rawValue === "string") return textOf(value.rawValue);
  if (Array.isArray(value)) return value.slice(0, 200).map((entry) => plainOf(entry, depth + 1) ?? null);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, entry]) => {
      const plain = plainOf(entry, depth + 1);
      return plain === undefined ? [] : [[nameOf(name), plain]];
    }),
  );
}

function isBinary(value: object): boolean {
  return "_ctor" in value ? value._ctor === "BinaryField" : value.constructor.name === "BinaryField";
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
