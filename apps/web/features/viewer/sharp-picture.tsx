"use client";

import { useState } from "react";

/** The picture in more pixels, over the one that it makes sharp. It is only loaded for who zooms in, and fades in when it is whole. */
export function SharpPicture({ url }: { url: string }) {
  const [isLoaded, setLoaded] = useState(false);
  return (
    <img
      src={url}
      alt=""
      draggable={false}
      decoding="async"
      data-testid="sharp-picture"
      onLoad={() => setLoaded(true)}
      className={`pointer-events-none absolute inset-0 size-full select-none transition-opacity duration-[120ms] motion-reduce:transition-none ${isLoaded ? "opacity-100" : "opacity-0"}`}
    />
  );
}
