import { Buffer } from "node:buffer";

/** What file systems take. */
const longestName = 255;
/** C0 and C1 controls, and the marks that turn the direction of what follows (Trojan Source): a label shows none. */
const invisible = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Makes a label of the name a file came with. It is shown and offered for download, and never part of a path or a key.
 * @returns NFC, without directories, controls and direction marks, at most `longestBytes` (255) with its extension kept
 */
export function fileLabel(name: string, longestBytes = longestName): string {
  const base =
    name.toWellFormed().normalize("NFC").replace(invisible, "").split(/[/\\]/).at(-1)?.trim() ?? "";
  if (base === "" || base === "." || base === "..") return "unnamed";
  return shorten(base, longestBytes);
}

function shorten(name: string, longestBytes: number): string {
  if (Buffer.byteLength(name) <= longestBytes) return name;
  const dot = name.lastIndexOf(".");
  const extension = dot > 0 && Buffer.byteLength(name.slice(dot)) <= 20 ? name.slice(dot) : "";
  let stem = "";
  let room = longestBytes - Buffer.byteLength(extension);
  for (const character of extension ? name.slice(0, dot) : name) {
    room -= Buffer.byteLength(character);
    if (room < 0) break;
    stem += character;
  }
  return stem + extension;
}
