/** What a player takes. */
interface SharedPlayerProps {
  src: string;
  /** Null for what shows nothing before it plays. */
  poster: string | null;
  name: string;
  isSound: boolean;
  widthPx: number | null;
  heightPx: number | null;
  className: string;
}

/** Plays what is behind a link with the browser's own controls: it needs no script. */
export function SharedPlayer({
  src,
  poster,
  name,
  isSound,
  widthPx,
  heightPx,
  className,
}: SharedPlayerProps) {
  if (isSound)
    return (
      // biome-ignore lint/a11y/useMediaCaption: what is behind a link carries no captions.
      <audio src={src} controls preload="metadata" aria-label={name} className="w-full" />
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: what is behind a link carries no captions.
    <video
      src={src}
      poster={poster ?? undefined}
      controls
      playsInline
      preload="metadata"
      aria-label={name}
      style={widthPx && heightPx ? { aspectRatio: `${widthPx} / ${heightPx}` } : undefined}
      className={className}
    />
  );
}
