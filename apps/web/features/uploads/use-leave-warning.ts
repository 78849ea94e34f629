"use client";

import { useEffect } from "react";
import { useStore } from "zustand";
import { summarise } from "./queue-summary.ts";
import type { UploadEngine } from "./upload-engine.ts";

/** Makes the browser ask before the page is left while files are being sent. */
export function useLeaveWarning(engine: UploadEngine): void {
  const isActive = useStore(engine.store, () => summarise(engine.queue).isActive);
  useEffect(() => {
    if (!isActive) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isActive]);
}
