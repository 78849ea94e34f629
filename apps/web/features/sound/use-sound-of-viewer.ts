"use client";

import type { FileKind } from "@alcoves/core/files/schema";
import { useEffect } from "react";
import { useSound } from "./sound.ts";

/** What becomes of the app's sound while a viewer is open, and when it closes. @param kind of the open file; undefined while unknown */
export function useSoundOfViewer(kind: FileKind | undefined): void {
  const sound = useSound();
  useEffect(() => {
    if (kind !== undefined) sound.giveWayTo(kind);
  }, [sound, kind]);
  useEffect(() => () => sound.leaveViewer(), [sound]);
}
