import { DomainError, type Services } from "@alcoves/core";
import {
  openShare,
  openSharedClip,
  openSharedThumbnail,
  UnlockShare,
  unlockShare,
} from "@alcoves/core/shares";
import type { DeclaredRoute, Doors, RestContext } from "../door.ts";
import { keepAddressSecret, keepProof, keptNowhere, sendShared, shownShare } from "../share-answers.ts";
import { answerOembed } from "./oembed.ts";
import { addShareItemRoutes, isFromStart } from "./share-items.ts";

/** A password of 200 characters, however it is escaped. */
const largestBodyBytes = 4_096;

/** Shares of moments, files and albums, for whoever has a link. */
export function addShareRoutes(doors: Doors, services: Services): void {
  const { origin, storage } = services;

  add("GET", "/api/share/:token", async (c) =>
    c.json(
      await openShare(c.get("core"), { ...shownShare(c), cursor: c.req.query("cursor") }),
      200,
      keptNowhere,
    ),
  );
  add("POST", "/api/share/:token/unlock", async (c) => {
    const { token } = shownShare(c);
    const proof = await unlockShare(c.get("core"), { token, password: await readPassword(c) });
    keepProof(c, { token, proof, origin });
    return c.body(null, 204, keptNowhere);
  });
  add("GET", "/s/:token/media/clip", async (c) =>
    sendShared(c, storage, await openSharedClip(c.get("core"), { ...shownShare(c), isView: isFromStart(c) })),
  );
  add("GET", "/s/:token/media/thumbnail", async (c) =>
    sendShared(c, storage, await openSharedThumbnail(c.get("core"), shownShare(c))),
  );
  add("GET", "/api/oembed", async (c) => answerOembed(c, origin));
  addShareItemRoutes(doors, services);

  function add(
    method: DeclaredRoute["method"],
    path: string,
    answer: (c: RestContext) => Promise<Response>,
  ): void {
    doors.add({ method, path, door: "public" }, (c) => {
      keepAddressSecret(c);
      return answer(c);
    });
  }
}

/** @throws INVALID for a body without a password, TOO_LARGE for one that holds more */
async function readPassword(c: RestContext): Promise<string> {
  const pieces: Buffer[] = [];
  let sizeBytes = 0;
  for await (const piece of c.env.incoming.iterator({ destroyOnReturn: false })) {
    sizeBytes += piece.length;
    if (sizeBytes > largestBodyBytes)
      throw new DomainError("TOO_LARGE", "Send the password and nothing else.");
    pieces.push(piece);
  }
  const given = UnlockShare.pick({ password: true }).safeParse(parse(Buffer.concat(pieces).toString()));
  if (!given.success) throw new DomainError("INVALID", "Send the password as JSON.");
  return given.data.password;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
