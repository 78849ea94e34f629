"use client";

import { useEffect } from "react";
import { previewsAround } from "./neighbours.ts";
import type { ViewedFiles } from "./viewed-files.ts";

/** Turns between files: where the open one stands, and what leads to its neighbours. Those are loaded ahead. */
export function useTurning(files: ViewedFiles, fileId: string, onTurn: (fileId: string) => void) {
  const index = files.indexOf(fileId);
  usePreload(previewsAround(files, index));
  useEffect(() => {
    if (index !== -1) files.want(index);
  }, [files, index]);

  /** @returns what turns that far; null where there is no file, or none that is loaded */
  const turn = (step: 1 | -1): (() => void) | null => {
    const next = index === -1 ? undefined : files.at(index + step);
    return next ? () => onTurn(next.fileId) : null;
  };
  return { index, file: index === -1 ? undefined : files.at(index), turn };
}

/** Loads pictures before they are asked for. */
function usePreload(urls: readonly string[]) {
  const list = urls.join("\n");
  useEffect(() => {
    for (const url of list.split("\n")) if (url) new Image().src = url;
  }, [list]);
}
