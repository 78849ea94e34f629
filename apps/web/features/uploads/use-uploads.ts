"use client";

import { createContext, useContext, useEffect } from "react";
import type { UploadEngine } from "./upload-engine.ts";
import type { FoundFile, UploadTarget } from "./upload-entry.ts";

/** What any component may do with uploads. */
export interface Uploads {
  engine: UploadEngine;
  /** Where files go that are dropped, pasted or picked now; null where nothing may be added. */
  target: UploadTarget | null;
  setTarget(target: UploadTarget | null): void;
  /** Opens the file picker; the files go to `target`, by default the open folder. */
  pick(target?: UploadTarget): void;
  /** Opens the folder picker; the folder goes into `target` with its tree. */
  pickFolder(target?: UploadTarget): void;
  /** Puts files in line. */
  addFiles(files: readonly FoundFile[], target: UploadTarget): void;
}

/** Given by `UploadsProvider`. */
export const UploadsContext = createContext<Uploads | null>(null);

/** @returns the app's uploads. @throws outside of `UploadsProvider` */
export function useUploads(): Uploads {
  const uploads = useContext(UploadsContext);
  if (!uploads) throw new Error("useUploads needs an UploadsProvider above it.");
  return uploads;
}

/** Makes a place the one where dropped, pasted and picked files go, while the component is there. */
export function useUploadTarget(target: UploadTarget | null): void {
  const { setTarget } = useUploads();
  const { libraryId, folderId, name } = target ?? {};
  useEffect(() => {
    if (libraryId === undefined || folderId === undefined || name === undefined) return;
    setTarget({ libraryId, folderId, name });
    return () => setTarget(null);
  }, [setTarget, libraryId, folderId, name]);
}
