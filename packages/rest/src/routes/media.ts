import type { Services } from "@alcoves/core";
import {
  exportSidecar,
  type FileBytes,
  openMotion,
  openOriginal,
  openProxy,
  type Sidecar,
} from "@alcoves/core/files";
import { ensurePicture, findPicture, type Picture } from "@alcoves/core/variants";
import { contentDisposition } from "../content-disposition.ts";
import type { Doors, RestContext } from "../door.ts";
import { inert } from "../inert.ts";
import { PictureMemory } from "../picture-memory.ts";
import { askAgain, sendBlob, sendBytes, sendLargeBlob } from "../send-blob.ts";
import { addCaptionRoutes } from "./captions.ts";
import { param } from "./param.ts";
import { addPlayerRoutes } from "./player.ts";

/** Bytes of files and their pictures. */
export function addMediaRoutes(doors: Doors, services: Services): void {
  const memory = new PictureMemory(services.storage);

  doors.add({ method: "GET", path: "/api/media/:fileId/original", door: "library" }, async (c) =>
    sendFile(c, await openOriginal(c.get("core"), param(c, "fileId"))),
  );
  doors.add({ method: "GET", path: "/api/media/:fileId/proxy", door: "library" }, async (c) =>
    sendFile(c, await openProxy(c.get("core"), param(c, "fileId"))),
  );
  doors.add({ method: "GET", path: "/api/media/:fileId/motion", door: "library" }, async (c) =>
    sendFile(c, await openMotion(c.get("core"), param(c, "fileId"))),
  );
  doors.add({ method: "GET", path: "/api/media/:fileId/sidecar.xmp", door: "library" }, async (c) =>
    sendSidecar(c, await exportSidecar(c.get("core"), param(c, "fileId"), "xmp")),
  );
  doors.add({ method: "GET", path: "/api/media/:fileId/sidecar.json", door: "library" }, async (c) =>
    sendSidecar(c, await exportSidecar(c.get("core"), param(c, "fileId"), "json")),
  );
  addPlayerRoutes(doors, services);
  addCaptionRoutes(doors);
  doors.add({ method: "GET", path: "/api/media/:fileId/:variantId", door: "library" }, async (c) => {
    const core = c.get("core");
    const picture = await findPicture(core, {
      fileId: param(c, "fileId"),
      variantId: param(c, "variantId"),
      signature: c.req.query("sig"),
    });
    const isNamed = c.req.query("v") === picture.version;
    const blob = { ...picture, headers: inert, cacheControl: isNamed ? undefined : askAgain };
    const kept = await memory.find(picture);
    if (kept) return sendBytes(c, blob, kept);
    await ensureMade(c, picture);
    return sendBlob(c, services.storage, blob);
  });

  function sendFile(c: RestContext, file: FileBytes): Promise<Response> {
    const inline = file.inline && c.req.query("download") === undefined;
    return sendLargeBlob(c, services.storage, {
      key: file.key,
      etag: file.etag,
      mimeType: file.inline ? file.mimeType : "application/octet-stream",
      contentDisposition: contentDisposition(inline ? "inline" : "attachment", file.name),
      headers: inert,
    });
  }

  async function ensureMade(c: RestContext, picture: Picture): Promise<void> {
    if ((await services.storage.stat(picture.key)) === null) await ensurePicture(c.get("core"), picture);
  }
}

/** It changes with what is known of the file, so nobody keeps it. */
function sendSidecar(c: RestContext, { name, mimeType, text }: Sidecar): Response {
  return c.body(text, 200, {
    ...inert,
    "content-type": mimeType,
    "content-disposition": contentDisposition("attachment", name),
    "cache-control": "no-store",
  });
}
