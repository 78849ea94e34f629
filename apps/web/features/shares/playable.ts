import type { SharedFile, SharedItem, SharedMoment } from "@alcoves/core/shares/schema";
import { shareUrls } from "./share-urls.ts";

/** What a player needs of what is behind a link. */
export interface Playable {
  src: string;
  poster: string | null;
  name: string;
  isSound: boolean;
  widthPx: number | null;
  heightPx: number | null;
}

/** @returns null while, or because, there is nothing to play */
export function playableOf(share: SharedMoment | SharedFile, token: string): Playable | null {
  return share.kind === "file" ? playableItem(share.item, token) : playableMoment(share, token);
}

/** @returns as `playableOf`, of one file */
export function playableItem(item: SharedItem, token: string): Playable | null {
  if (item.playback !== "ready") return null;
  const { reference, pictureVersion, kind, name, widthPx, heightPx } = item;
  const place = { token, reference };
  return {
    src: shareUrls.play(place, item.playVersion),
    poster: pictureVersion && shareUrls.picture(place, { size: "preview", version: pictureVersion }),
    name,
    isSound: kind === "audio",
    widthPx,
    heightPx,
  };
}

function playableMoment(moment: SharedMoment, token: string): Playable | null {
  if (moment.clip !== "ready") return null;
  const { version, hasThumbnail, name, isSound, widthPx, heightPx } = moment;
  const poster = hasThumbnail ? shareUrls.thumbnail(token) : null;
  return { src: shareUrls.clip(token, version), poster, name, isSound, widthPx, heightPx };
}
