"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useRef } from "react";

/** The file that is open in the viewer, from `?file=`. Opening is a step of the history, so that Back closes. */
export function useOpenFile() {
  const [fileId, setFileId] = useQueryState(
    "file",
    parseAsString.withOptions({ shallow: true, scroll: false }),
  );
  const isOwnStep = useRef(false);
  const open = useCallback(
    (id: string) => {
      isOwnStep.current = true;
      void setFileId(id, { history: "push" });
    },
    [setFileId],
  );
  const turnTo = useCallback((id: string) => void setFileId(id, { history: "replace" }), [setFileId]);
  const close = useCallback(() => {
    // A step that was made here is taken back; a file opened by its address has no grid behind it to go back to.
    if (isOwnStep.current) window.history.back();
    else void setFileId(null, { history: "replace" });
    isOwnStep.current = false;
  }, [setFileId]);
  return { fileId, open, turnTo, close };
}
