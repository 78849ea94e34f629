"use client";

import clsx from "clsx";
import { type ImgHTMLAttributes, useMemo, useState } from "react";
import { thumbhashUrl } from "./thumbhash-url.ts";

/** What a picture with a placeholder takes besides the attributes of an image. */
export interface ThumbhashImageProps
  extends Omit<ImgHTMLAttributes<HTMLImageElement>, "alt" | "src" | "onLoad" | "style"> {
  alt: string;
  src: string | undefined;
  /** Base64 of a ThumbHash, null when there is none. */
  thumbhash: string | null;
}

/** A picture that fills its place: its ThumbHash until it has come, then itself, faded in. */
export function ThumbhashImage({ thumbhash, alt, className, ...image }: ThumbhashImageProps) {
  const [shown, setShown] = useState<string | undefined>(undefined);
  const isShown = shown === image.src;
  return (
    <span className="absolute inset-0 block overflow-hidden bg-panel">
      <Thumbhash thumbhash={thumbhash} />
      <img
        {...image}
        // A picture from the cache is whole before React listens.
        ref={(element) => {
          if (element?.complete && element.naturalWidth > 0 && !isShown) setShown(image.src);
        }}
        alt={alt}
        decoding="async"
        draggable={false}
        onLoad={() => setShown(image.src)}
        className={clsx(
          "absolute inset-0 size-full object-cover transition-opacity duration-[120ms] ease-out motion-reduce:transition-none",
          isShown ? "opacity-100" : "opacity-0",
          className,
        )}
      />
    </span>
  );
}

/** The blurred likeness of a picture that its ThumbHash is, over its whole place. Nothing when there is none. */
export function Thumbhash({ thumbhash }: Pick<ThumbhashImageProps, "thumbhash">) {
  const url = useMemo(() => thumbhashUrl(thumbhash), [thumbhash]);
  if (!url) return null;
  return (
    <span
      aria-hidden="true"
      className="absolute inset-0 block bg-cover bg-center"
      style={{ backgroundImage: `url(${url})` }}
    />
  );
}
