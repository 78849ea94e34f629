"use client";

import { useSyncExternalStore } from "react";

/** Narrower than Tailwind's `md`, where the frame has tabs at the bottom. */
const phone = "(max-width: 47.99rem)";

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(phone);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
}

/** @returns whether the window is as narrow as a phone; false on the server */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(phone).matches,
    () => false,
  );
}
