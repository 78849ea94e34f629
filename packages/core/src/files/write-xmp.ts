import type { File } from "@alcoves/db/models";

/** What a sidecar tells of a file. */
export type XmpFacts = Pick<
  File,
  | "title"
  | "description"
  | "keywords"
  | "rating"
  | "capturedAt"
  | "capturedOffsetMinutes"
  | "latitude"
  | "longitude"
>;

const namespaces = {
  dc: "http://purl.org/dc/elements/1.1/",
  exif: "http://ns.adobe.com/exif/1.0/",
  photoshop: "http://ns.adobe.com/photoshop/1.0/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  xmp: "http://ns.adobe.com/xap/1.0/",
};

/** Spells what is known of a file as an XMP sidecar (ISO 16684-1), which other programs read. */
export function writeXmp(facts: XmpFacts): string {
  const at = facts.capturedAt && dateText(facts.capturedAt, facts.capturedOffsetMinutes);
  const spaces = Object.entries(namespaces).map(([name, uri]) => ` xmlns:${name}="${uri}"`);
  const lines = [
    ...element("dc:title", inAlt(facts.title)),
    ...element("dc:description", inAlt(facts.description)),
    ...element("dc:subject", inBag(facts.keywords)),
    ...element("xmp:Rating", facts.rating),
    ...element("exif:DateTimeOriginal", at),
    ...element("photoshop:DateCreated", at),
    ...element("exif:GPSLatitude", facts.latitude && degreesText(facts.latitude, "NS")),
    ...element("exif:GPSLongitude", facts.longitude && degreesText(facts.longitude, "EW")),
  ];
  return [
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    `<x:xmpmeta xmlns:x="adobe:ns:meta/">`,
    `<rdf:RDF${spaces.join("")}>`,
    `<rdf:Description rdf:about="">`,
    ...lines,
    "</rdf:Description>",
    "</rdf:RDF>",
    "</x:xmpmeta>",
    `<?xpacket end="w"?>`,
    "",
  ].join("\n");
}

function element(name: string, content: string | number | null): string[] {
  return content === null || content === "" ? [] : [`<${name}>${content}</${name}>`];
}

function inAlt(text: string | null): string | null {
  return text && `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
}

function inBag(texts: readonly string[]): string {
  if (texts.length === 0) return "";
  return `<rdf:Bag>${texts.map((text) => `<rdf:li>${escapeXml(text)}</rdf:li>`).join("")}</rdf:Bag>`;
}

/** Local time with its offset; without one, as XMP allows, when none is known. */
function dateText(at: Date, offsetMinutes: number | null): string {
  const local = new Date(at.getTime() + (offsetMinutes ?? 0) * 60_000).toISOString().slice(0, -1);
  if (offsetMinutes === null) return local;
  const [hours, minutes] = [Math.floor(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return `${local}${offsetMinutes < 0 ? "-" : "+"}${two(hours)}:${two(minutes)}`;
}

/** Degrees and minutes, as XMP has them: `43,28.02940000N`. */
function degreesText(degrees: number, [positive, negative]: string): string {
  const size = Math.abs(degrees);
  const whole = Math.floor(size);
  return `${whole},${((size - whole) * 60).toFixed(8)}${degrees < 0 ? negative : positive}`;
}

/** XML takes no controls but tabs and line breaks, not even escaped (XML 1.0, 2.2). */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}
