import type { Services } from "@alcoves/core";
import { openClip } from "@alcoves/core/moments";
import { contentDisposition } from "../content-disposition.ts";
import type { Doors } from "../door.ts";
import { inert } from "../inert.ts";
import { sendLargeBlob } from "../send-blob.ts";
import { param } from "./param.ts";

/** Clips of moments. */
export function addMomentRoutes(doors: Doors, services: Services): void {
  doors.add({ method: "GET", path: "/api/moments/:momentId/clip", door: "library" }, async (c) => {
    const clip = await openClip(c.get("core"), param(c, "momentId"));
    const isSaved = c.req.query("download") !== undefined;
    return sendLargeBlob(c, services.storage, {
      ...clip,
      contentDisposition: contentDisposition(isSaved ? "attachment" : "inline", clip.name),
      headers: inert,
    });
  });
}
