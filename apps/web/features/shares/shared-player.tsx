import type { SharedMoment } from "@alcoves/core/shares/schema";
import { shareUrls } from "./share-urls.ts";

/** Plays the clip of a share with the browser's own controls: it needs no script. */
export function SharedPlayer({
  share,
  token,
  className,
}: {
  share: SharedMoment;
  token: string;
  className: string;
}) {
  const { version, isSound, name, hasThumbnail, widthPx, heightPx } = share;
  const src = shareUrls.clip(token, version);
  if (isSound)
    return (
      // biome-ignore lint/a11y/useMediaCaption: a clip carries no captions.
      <audio src={src} controls preload="metadata" aria-label={name} className="w-full" />
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: a clip carries no captions.
    <video
      src={src}
      poster={hasThumbnail ? shareUrls.thumbnail(token) : undefined}
      controls
      playsInline
      preload="metadata"
      aria-label={name}
      style={widthPx && heightPx ? { aspectRatio: `${widthPx} / ${heightPx}` } : undefined}
      className={className}
    />
  );
}
