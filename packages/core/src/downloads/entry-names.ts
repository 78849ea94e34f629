import { fileLabel } from "../files/index.ts";

/** Room for a number behind the name, in the 255 bytes that file systems take. */
const longestBytes = 240;

/** What Windows takes in no name; colons also mean something to macOS. */
const forbidden = /[<>:"|?*\\/]/g;
/** Windows drops them at the end, so that two names could become one. */
const droppedAtEnd = /[. ]+$/;
/** Names of devices of DOS, whatever comes after a dot (Microsoft, "Naming Files, Paths, and Namespaces"). */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;

/** Makes of a label a name that every file system takes, and that leads nowhere else. */
export function safeName(label: string): string {
  const name = fileLabel(label, longestBytes).replace(forbidden, "_").replace(droppedAtEnd, "");
  if (name === "") return "unnamed";
  return device.test(name) ? `_${name}` : name;
}

/** Gives out the names in one folder of an archive, each once, letter case aside. */
export class FolderNames {
  readonly #taken = new Set<string>();
  /** Where to go on counting: ten thousand files of one name are not counted anew for each. */
  readonly #next = new Map<string, number>();

  /** @returns the safe name that was wanted, or the first of `name (2).jpg`, `name (3).jpg` … that is free */
  take(wanted: string): string {
    const stem = stemOf(wanted);
    const key = fold(wanted);
    let number = this.#next.get(key) ?? 1;
    let name = wanted;
    const count = () => {
      name = number === 1 ? wanted : `${stem} (${number})${wanted.slice(stem.length)}`;
      number += 1;
    };
    do count();
    while (this.#taken.has(fold(name)));
    this.#next.set(key, number);
    this.#taken.add(fold(name));
    return name;
  }

  /** Takes the name of what accompanies a file: `IMG_1.mov` goes with its `IMG_1.heic` when that has become `IMG_1 (2).heic`. */
  takeBeside(wanted: string, file: { wanted: string; name: string }): string {
    const stem = stemOf(file.wanted);
    const follows = fold(wanted.slice(0, stem.length)) === fold(stem);
    return this.take(follows ? stemOf(file.name) + wanted.slice(stem.length) : wanted);
  }
}

/** A name without its extension. */
function stemOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}

/** The same for names that some file system takes for one: NTFS compares capitals, APFS small letters, and ẞ is ß is SS. */
function fold(name: string): string {
  return name.toLowerCase().toUpperCase().toLowerCase();
}
