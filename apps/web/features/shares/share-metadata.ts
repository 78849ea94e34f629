import type { OpenedShare } from "@alcoves/core/shares/schema";
import type { Metadata } from "next";
import { shareUrls } from "./share-urls.ts";

/** The player where the clip's size is not known, px. */
const usualSize = { widthPx: 1280, heightPx: 720 };

/** Longest description of a preview. */
const longestText = 200;

/**
 * What messengers and other sites show of a link: Open Graph, the player card of Twitter, and where oEmbed is asked. One that is locked
 * shows nothing but that.
 * @param page.lockedTitle of a link that asks for a password
 */
export function shareMetadata(
  share: OpenedShare,
  { token, origin, lockedTitle }: { token: string; origin: string; lockedTitle: string },
): Metadata {
  const shared = { robots: { index: false, follow: false }, referrer: "no-referrer" } as const;
  if (share.isLocked) return { ...shared, title: lockedTitle };
  const at = (path: string) => new URL(path, origin).href;
  const url = at(shareUrls.page(token));
  const { name: title, isSound, version, hasThumbnail } = share;
  const description = share.description.slice(0, longestText) || undefined;
  const size = {
    width: share.widthPx ?? usualSize.widthPx,
    height: share.heightPx ?? usualSize.heightPx,
  };
  const images = hasThumbnail ? [{ url: at(shareUrls.thumbnail(token)), alt: title, ...size }] : [];
  const clip = at(shareUrls.clip(token, version));
  const isReady = share.clip === "ready";
  const oembed = `${at("/api/oembed")}?format=json&url=${encodeURIComponent(url)}`;
  return {
    ...shared,
    title,
    description,
    alternates: { types: { "application/json+oembed": oembed } },
    openGraph: {
      title,
      description,
      url,
      images,
      siteName: "Alcoves",
      ...(isSound
        ? { type: "music.song", ...(isReady ? { audio: [{ url: clip, type: "audio/mp4" }] } : {}) }
        : {
            type: "video.other",
            ...(isReady ? { videos: [{ url: clip, secureUrl: clip, type: "video/mp4", ...size }] } : {}),
          }),
    },
    twitter: isReady
      ? {
          card: "player",
          title,
          description,
          images,
          players: { playerUrl: at(shareUrls.embed(token)), streamUrl: clip, ...size },
        }
      : { card: hasThumbnail ? "summary_large_image" : "summary", title, description, images },
  };
}
