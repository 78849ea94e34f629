import type { OpenedShare, SharedAlbumItem, SharedItem } from "@alcoves/core/shares/schema";
import type { Metadata } from "next";
import { playableItem, playableOf } from "./playable.ts";
import { shareUrls } from "./share-urls.ts";

/** The player where the size of what plays is not known, px. */
const usualSize = { widthPx: 1280, heightPx: 720 };

/** Longest description of a preview. */
const longestText = 200;

/** Where a link is. */
interface Place {
  token: string;
  origin: string;
}

/** What of a link others show. */
interface Shown {
  title: string;
  description: string;
  /** Below the origin; null for what shows nothing. */
  image: string | null;
  /** What plays, once it is there; its page plays it in frames of others. */
  plays: { src: string; isSound: boolean } | null;
  kind: "video" | "sound" | "page";
  widthPx: number | null;
  heightPx: number | null;
}

const secret = { robots: { index: false, follow: false }, referrer: "no-referrer" } as const;

/**
 * What messengers and other sites show of a link: Open Graph, the player card of Twitter, and where oEmbed is asked. One that is locked
 * shows nothing but that.
 * @param page.lockedTitle of a link that asks for a password
 */
export function shareMetadata(
  share: OpenedShare,
  { lockedTitle, ...place }: Place & { lockedTitle: string },
): Metadata {
  if (share.isLocked) return { ...secret, title: lockedTitle };
  return metadataOf(shownOf(share, place.token), place);
}

/** The same of one file of an album, which has no address that others are asked about. */
export function shareItemMetadata({ item }: SharedAlbumItem, place: Place): Metadata {
  const { openGraph, title } = metadataOf(
    { ...shownItem(item, place.token), kind: "page", plays: null },
    place,
  );
  const image = imageOf(item, place.token);
  const images = image ? [{ url: new URL(image, place.origin).href, alt: item.name }] : [];
  return { ...secret, title, openGraph: { ...openGraph, images } };
}

function shownOf(share: Exclude<OpenedShare, { isLocked: true }>, token: string): Shown {
  const thumbnail = shareUrls.thumbnail(token);
  if (share.kind === "moment") {
    const { name: title, description, isSound, hasThumbnail, widthPx, heightPx } = share;
    const image = hasThumbnail ? thumbnail : null;
    const kind = isSound ? "sound" : "video";
    return { title, description, image, kind, plays: playableOf(share, token), widthPx, heightPx };
  }
  if (share.kind === "file") return shownItem(share.item, token);
  const { name: title, cover } = share;
  const { widthPx = null, heightPx = null } = cover ?? {};
  const image = cover?.pictureVersion ? thumbnail : null;
  return { title, description: "", image, kind: "page", plays: null, widthPx, heightPx };
}

function shownItem(item: SharedItem, token: string): Shown {
  const { name: title, details, playback, pictureVersion, kind, widthPx, heightPx } = item;
  return {
    title,
    description: details?.description ?? "",
    image: pictureVersion && shareUrls.thumbnail(token),
    plays: playableItem(item, token),
    kind: playback === null ? "page" : kind === "audio" ? "sound" : "video",
    widthPx,
    heightPx,
  };
}

function imageOf({ reference, pictureVersion }: SharedItem, token: string): string | null {
  return (
    pictureVersion && shareUrls.picture({ token, reference }, { size: "preview", version: pictureVersion })
  );
}

function metadataOf({ title, image, plays, kind, ...shown }: Shown, { token, origin }: Place): Metadata {
  const at = (path: string) => new URL(path, origin).href;
  const url = at(shareUrls.page(token));
  const description = shown.description.slice(0, longestText) || undefined;
  const size = {
    width: shown.widthPx ?? usualSize.widthPx,
    height: shown.heightPx ?? usualSize.heightPx,
  };
  const images = image ? [{ url: at(image), alt: title, ...size }] : [];
  const src = plays && at(plays.src);
  const oembed = `${at("/api/oembed")}?format=json&url=${encodeURIComponent(url)}`;
  const graph = { title, description, url, images, siteName: "Alcoves" };
  return {
    ...secret,
    title,
    description,
    alternates: { types: { "application/json+oembed": oembed } },
    openGraph:
      kind === "page"
        ? { ...graph, type: "website" }
        : kind === "sound"
          ? { ...graph, type: "music.song", ...(src ? { audio: [{ url: src, type: "audio/mp4" }] } : {}) }
          : {
              ...graph,
              type: "video.other",
              ...(src ? { videos: [{ url: src, secureUrl: src, type: "video/mp4", ...size }] } : {}),
            },
    twitter: src
      ? {
          card: "player",
          title,
          description,
          images,
          players: { playerUrl: at(shareUrls.embed(token)), streamUrl: src, ...size },
        }
      : { card: image ? "summary_large_image" : "summary", title, description, images },
  };
}
