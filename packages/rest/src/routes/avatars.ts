import type { Services } from "@alcoves/core";
import { findAvatar, removeAvatar, setAvatar } from "@alcoves/core/avatars";
import type { Doors } from "../door.ts";
import { inert } from "../inert.ts";
import { sendBlob } from "../send-blob.ts";

/** For an address that names no version, or one that was: the picture may be another the next time. */
const askEachTime = "private, no-cache";

/** Pictures of people. One's own is changed with the bare bytes of an image. */
export function addAvatarRoutes(doors: Doors, services: Services): void {
  doors.add({ method: "PUT", path: "/api/avatar", door: "account" }, async (c) =>
    c.json(await setAvatar(c.get("core"), c.env.incoming), 200, { "cache-control": "no-store" }),
  );
  doors.add({ method: "DELETE", path: "/api/avatar", door: "account" }, async (c) => {
    await removeAvatar(c.get("core"));
    return c.body(null, 204);
  });
  doors.add({ method: "GET", path: "/api/avatars/:userId", door: "person" }, async (c) => {
    const { version, ...picture } = await findAvatar(c.get("core"), c.req.param("userId") ?? "");
    const isPinned = c.req.query("v") === String(version);
    const blob = { ...picture, headers: inert, ...(isPinned ? {} : { cacheControl: askEachTime }) };
    return sendBlob(c, services.storage, blob);
  });
}
