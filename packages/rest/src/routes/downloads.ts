import { openDownload } from "@alcoves/core/downloads";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { contentDisposition } from "../content-disposition.ts";
import type { Doors } from "../door.ts";
import { inert } from "../inert.ts";
import { pour } from "../send-blob.ts";
import { param } from "./param.ts";

/** Archives of what somebody chose. */
export function addDownloadRoutes(doors: Doors): void {
  doors.add({ method: "GET", path: "/api/downloads/:downloadId", door: "library" }, async (c) => {
    const download = await openDownload(c.get("core"), param(c, "downloadId"));
    const { outgoing } = c.env;
    // Its length is promised: a transfer that breaks off is one that failed, to every browser.
    outgoing.writeHead(200, {
      ...inert,
      "content-type": "application/zip",
      "content-length": download.sizeBytes,
      "content-disposition": contentDisposition("attachment", download.name),
      "cache-control": "no-store",
      // Checksums stand behind what they are of: the middle of an archive cannot be had without its beginning.
      "accept-ranges": "none",
    });
    if (c.req.method === "HEAD") outgoing.end();
    else await pour(download.start(), outgoing);
    return RESPONSE_ALREADY_SENT;
  });
}
