import type { Services } from "@alcoves/core";
import {
  openSharedArchive,
  openSharedOriginal,
  openSharedPicture,
  openSharedPlayback,
  openShareItem,
  sharedSizes,
} from "@alcoves/core/shares";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { contentDisposition } from "../content-disposition.ts";
import type { Doors, RestContext } from "../door.ts";
import { inert } from "../inert.ts";
import { pour } from "../send-blob.ts";
import { keepAddressSecret, keptNowhere, sendShared, shownShare } from "../share-answers.ts";

/** Files behind a link, each by what the link calls it, and all of an album as one archive. */
export function addShareItemRoutes(doors: Doors, { storage }: Services): void {
  add("/api/share/:token/items/:reference", async (c) =>
    c.json(await openShareItem(c.get("core"), asked(c)), 200, keptNowhere),
  );
  for (const size of sharedSizes) {
    add(`/s/:token/media/:reference/${size}`, async (c) =>
      sendShared(
        c,
        storage,
        await openSharedPicture(c.get("core"), { ...asked(c), size, isView: isRead(c) }),
      ),
    );
  }
  add("/s/:token/media/:reference/play", async (c) =>
    sendShared(c, storage, await openSharedPlayback(c.get("core"), { ...asked(c), isView: isFromStart(c) })),
  );
  add("/s/:token/media/:reference/original", async (c) =>
    sendShared(c, storage, await openSharedOriginal(c.get("core"), { ...asked(c), isView: isFromStart(c) })),
  );
  add("/s/:token/zip", async (c) => {
    const archive = await openSharedArchive(c.get("core"), { ...shownShare(c), isView: isRead(c) });
    const { outgoing } = c.env;
    // Its length is not known: what breaks off lacks the end of its transfer coding, which every browser notices.
    outgoing.writeHead(200, {
      ...inert,
      ...keptNowhere,
      "content-type": "application/zip",
      "content-disposition": contentDisposition("attachment", archive.name),
      "accept-ranges": "none",
    });
    if (c.req.method === "HEAD") outgoing.end();
    else await pour(archive.start(), outgoing);
    return RESPONSE_ALREADY_SENT;
  });

  function add(path: string, answer: (c: RestContext) => Promise<Response>): void {
    doors.add({ method: "GET", path, door: "public" }, (c) => {
      keepAddressSecret(c);
      return answer(c);
    });
  }
}

function asked(c: RestContext) {
  return { ...shownShare(c), reference: c.req.param("reference") ?? "" };
}

function isRead(c: RestContext): boolean {
  return c.req.method === "GET";
}

/** Whether a player begins; it asks for what comes later in parts. */
export function isFromStart(c: RestContext): boolean {
  return isRead(c) && /^(?:bytes=0-.*)?$/.test(c.req.header("range") ?? "");
}
