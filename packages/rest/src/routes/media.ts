import { notFound, type Services } from "@alcoves/core";
import { type FileBytes, openOriginal, openProxy } from "@alcoves/core/files";
import { ensurePicture, findPicture, type Picture } from "@alcoves/core/variants";
import { contentDisposition } from "../content-disposition.ts";
import type { Doors, RestContext } from "../door.ts";
import { inert } from "../inert.ts";
import { PictureMemory } from "../picture-memory.ts";
import { sendBlob, sendBytes } from "../send-blob.ts";

/** Bytes of files and their pictures. */
export function addMediaRoutes(doors: Doors, services: Services): void {
  const memory = new PictureMemory(services.storage);

  doors.add({ method: "GET", path: "/api/media/:fileId/original", door: "library" }, async (c) =>
    sendFile(c, await openOriginal(c.get("core"), param(c, "fileId"))),
  );
  doors.add({ method: "GET", path: "/api/media/:fileId/proxy", door: "library" }, async (c) =>
    sendFile(c, await openProxy(c.get("core"), param(c, "fileId"))),
  );
  doors.add({ method: "GET", path: "/api/media/:fileId/:variantId", door: "library" }, async (c) => {
    const core = c.get("core");
    const picture = await findPicture(core, {
      fileId: param(c, "fileId"),
      variantId: param(c, "variantId"),
      signature: c.req.query("sig"),
    });
    const blob = { ...picture, headers: inert };
    const kept = await memory.find(picture);
    if (kept) return sendBytes(c, blob, kept);
    await ensureMade(c, picture);
    return sendBlob(c, services.storage, blob);
  });

  function sendFile(c: RestContext, file: FileBytes): Promise<Response> {
    const inline = file.inline && c.req.query("download") === undefined;
    return sendBlob(c, services.storage, {
      key: file.key,
      etag: file.etag,
      mimeType: file.inline ? file.mimeType : "application/octet-stream",
      headers: {
        ...inert,
        "content-disposition": contentDisposition(inline ? "inline" : "attachment", file.name),
      },
    });
  }

  async function ensureMade(c: RestContext, picture: Picture): Promise<void> {
    if ((await services.storage.stat(picture.key)) === null) await ensurePicture(c.get("core"), picture);
  }
}

function param(c: RestContext, name: string): string {
  const value = c.req.param(name);
  if (!value) throw notFound("file");
  return value;
}
