import type { Services } from "@alcoves/core";
import { requireUpload, uploadedFileHeader } from "@alcoves/core/uploads";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Doors, RestContext } from "../door.ts";
import { createUploadServer, tusPath } from "../tus/tus-server.ts";

/** Uploads, resumable (tus 1.0.0, https://tus.io/protocols/resumable-upload). */
export function addTusRoutes(doors: Doors, services: Services): void {
  const uploads = createUploadServer(services);

  async function pass(c: RestContext): Promise<Response> {
    await uploads.handle(c.get("core"), c.env.incoming, c.env.outgoing);
    return RESPONSE_ALREADY_SENT;
  }

  /** Whoever did not begin the upload is told that there is none, before tus looks at the disk. */
  async function passToOwner(c: RestContext): Promise<Response> {
    const { upload } = await requireUpload(c.get("core"), c.req.param("uploadId") ?? "");
    if (!upload.finishedAt) return pass(c);
    // The last answer was lost on its way: say again what became of the upload.
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
