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

/** Every tag as plain JSON, without binary values, controls and the server's own paths, at most 256 kB in all. */
export function jsonSafe(tags: object): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  let size = 0;
  for (const [name, value] of Object.entries(tags)) {
    if (ownTags.has(name)) continue;
    const plain = plainOf(value, 0);
    if (plain === undefined) continue;
    size += name.length + JSON.stringify(plain).length;
    if (size > largestBytes) break;
    kept[name] = plain;
  }
  return kept;
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
      return plain === undefined ? [] : [[name, plain]];
    }),
  );
}

function isBinary(value: object): boolean {
  return "_ctor" in value ? value._ctor === "BinaryField" : value.constructor.name === "BinaryField";
}

/** PostgreSQL's jsonb takes neither NUL nor half a surrogate pair. */
function textOf(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, " ")
    .slice(0, longestText);
}
