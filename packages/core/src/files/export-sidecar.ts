import type { Context } from "../context.ts";
import { findMediaFile } from "./find-media-file.ts";
import { getFile } from "./get.ts";
import { writeXmp } from "./write-xmp.ts";

/** A text that goes beside a file. */
export interface Sidecar {
  /** `IMG_1.jpg.xmp`: it says whose it is. */
  name: string;
  mimeType: string;
  text: string;
}

/**
 * What is known of a file, to be kept beside it: XMP has what other programs read, JSON has everything.
 * @throws NOT_FOUND to everyone who is nothing to its library
 */
export async function exportSidecar(ctx: Context, fileId: string, format: "xmp" | "json"): Promise<Sidecar> {
  const { ctx: inside, file } = await findMediaFile(ctx, fileId);
  const details = await getFile(inside, { libraryId: file.libraryId, fileId });
  const keywords = [...new Set([...details.keywords, ...details.tags.map((tag) => tag.name)])];
  const name = `${file.name}.${format}`;
  return format === "xmp"
    ? { name, mimeType: "application/rdf+xml", text: writeXmp({ ...details, keywords }) }
    : { name, mimeType: "application/json", text: `${JSON.stringify(details, null, 2)}\n` };
}
