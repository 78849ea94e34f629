import { fileLabel } from "../files/index.ts";

/**
 * What the bytes are does not change with the name, so neither does the extension: whoever leaves it out keeps it.
 * @returns the label that `fileLabel` makes of the wanted name
 */
export function newNameOf(before: string, wanted: string): string {
  const extension = extensionOf(before);
  const hasIt = wanted.toLowerCase().endsWith(extension.toLowerCase());
  return fileLabel(hasIt ? wanted : `${wanted}${extension}`);
}

/** @returns the name of a companion once its file has another: `IMG_1.jpg.xmp` and `IMG_1.mov` stay beside what was `IMG_1.jpg` */
export function companionName(name: string, of: { before: string; after: string }): string {
  for (const [old, now] of [
    [of.before, of.after],
    [stemOf(of.before), stemOf(of.after)],
  ] as const) {
    if (name.toLowerCase().startsWith(`${old.toLowerCase()}.`))
      return fileLabel(now + name.slice(old.length));
  }
  return name;
}

/** With its dot; empty for a name that has none, or only begins with one. */
const extensionOf = (name: string) => /(?<=[^.])\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? "";
const stemOf = (name: string) => name.slice(0, name.length - extensionOf(name).length);
