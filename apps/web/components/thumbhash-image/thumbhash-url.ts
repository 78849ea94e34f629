import { thumbHashToDataURL } from "thumbhash";

/** Placeholders decoded lately; decoding one takes about 0.2 ms, which scrolling does not have to spare. */
const decoded = new Map<string, string>();
const mostDecoded = 2_000;

/** Every ThumbHash begins with so many bytes of colour and shape. */
const headerBytes = 5;

/** @returns the placeholder as a data URL (PNG), null when there is none or it is broken */
export function thumbhashUrl(thumbhash: string | null): string | null {
  if (thumbhash === null || thumbhash === "") return null;
  const known = decoded.get(thumbhash);
  if (known !== undefined) return known;
  try {
    const bytes = Uint8Array.from(atob(thumbhash), (character) => character.charCodeAt(0));
    if (bytes.length < headerBytes) return null;
    const url = thumbHashToDataURL(bytes);
    if (decoded.size >= mostDecoded) decoded.clear();
    decoded.set(thumbhash, url);
    return url;
  } catch {
    return null;
  }
}
