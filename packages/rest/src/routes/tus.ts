import { notFound, type Services } from "@alcoves/core";
import { requireUpload, uploadedFileHeader } from "@alcoves/core/uploads";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Doors, RestContext } from "../door.ts";
import { createUploadServer, tusPath } from "../tus/tus-server.ts";

/** Uploads, resumable (tus 1.0.0, https://tus.io/protocols/resumable-upload). */
export function addTusRoutes(
  doors: Doors,
  services: Services,
  options: { allowedOrigins: readonly string[] },
): void {
  const uploads = createUploadServer(services, options);

  async function pass(c: RestContext): Promise<Response> {
    await uploads.handle(c.get("core"), c.env.incoming, c.env.outgoing);
    return RESPONSE_ALREADY_SENT;
  }

  /** Whoever did not begin the upload is told that there is none, before tus looks at the disk. */
  async function passToOwner(c: RestContext): Promise<Response> {
    const core = c.get("core");
    const opened = await requireUpload(core, c.req.param("uploadId") ?? "");
    const { upload } = opened;
    // Bytes on their way in are nothing to look at: tus would send them back.
    if (c.req.method === "GET") throw notFound("upload");
    const fileId = c.req.method === "DELETE" ? null : await uploads.finishReceived(core, opened);
    if (!fileId && !upload.finishedAt) return pass(c);
    // The last answer was lost on its way, or nobody was there to give it: say what became of the upload.
    const size = String(upload.sizeBytes);
    return c.body(null, c.req.method === "HEAD" ? 200 : 204, {
      "tus-resumable": "1.0.0",
      "upload-offset": size,
      "upload-length": size,
      "cache-control": "no-store",
      [uploadedFileHeader]: upload.fileId,
    });
  }

  doors.add({ method: "OPTIONS", path: tusPath, door: "public" }, pass);
  doors.add({ method: "POST", path: tusPath, door: "library" }, pass);
  // HEAD comes in as GET: Hono answers HEAD with the route of GET.
  doors.add({ method: "GET", path: `${tusPath}/:uploadId`, door: "library" }, passToOwner);
  doors.add({ method: "PATCH", path: `${tusPath}/:uploadId`, door: "library" }, passToOwner);
  doors.add({ method: "DELETE", path: `${tusPath}/:uploadId`, door: "library" }, passToOwner);
}
