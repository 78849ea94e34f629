import { type ExportedTranscript, exportTranscript } from "@alcoves/core/transcripts";
import { contentDisposition } from "../content-disposition.ts";
import type { Doors, RestContext } from "../door.ts";
import { inert } from "../inert.ts";
import { askAgain, sendBytes } from "../send-blob.ts";
import { param } from "./param.ts";

/** What is said in a file, for players and to take away. */
export function addCaptionRoutes(doors: Doors): void {
  for (const format of ["vtt", "srt", "txt"] as const) {
    doors.add({ method: "GET", path: `/api/media/:fileId/captions.${format}`, door: "library" }, async (c) =>
      send(c, await exportTranscript(c.get("core"), param(c, "fileId"), format)),
    );
  }
}

/** Kept for good only under an address that names the revision. */
function send(c: RestContext, { name, revision, text, ...facts }: ExportedTranscript): Response {
  const kind = c.req.query("download") === undefined ? "inline" : "attachment";
  const headers = { ...inert, "content-disposition": contentDisposition(kind, name) };
  const isNamed = c.req.query("v") === String(revision);
  return sendBytes(c, { ...facts, headers, cacheControl: isNamed ? undefined : askAgain }, Buffer.from(text));
}
