"use client";

import { useEffect } from "react";

/** Where keys lead; null at both ends. */
interface Ways {
  previous: string | null;
  next: string | null;
  out: string;
}

/** Turns to the files beside the open one by the arrows, and back to the album by Escape. The links do the same without a script. */
export function TurnByKeys({ previous, next, out }: Ways) {
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      const isTaken = event.target instanceof HTMLMediaElement || event.target instanceof HTMLInputElement;
      if (isTaken || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const ways: Record<string, string | null> = { ArrowLeft: previous, ArrowRight: next, Escape: out };
      const href = ways[event.key];
      if (href) window.location.assign(href);
    };
    document.addEventListener("keydown", turn);
    return () => document.removeEventListener("keydown", turn);
  }, [previous, next, out]);
  return null;
}
