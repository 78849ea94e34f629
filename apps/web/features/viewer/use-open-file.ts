"use client";

import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { useCallback, useRef } from "react";

const query = { file: parseAsString, t: parseAsInteger };

/** The file that is open in the viewer, from `?file=`. Opening is a step of the history, so that Back closes. */
export function useOpenFile() {
  const [{ file: fileId }, setQuery] = useQueryStates(query, { shallow: true, scroll: false });
  // A time belongs to the file it was given with, not to the next.
  const setFileId = useCallback(
    (file: string | null, history: "push" | "replace") => void setQuery({ file, t: null }, { history }),
    [setQuery],
  );
  const isOwnStep = useRef(false);
  const open = useCallback(
    (id: string) => {
      isOwnStep.current = true;
      setFileId(id, "push");
    },
    [setFileId],
  );
  const turnTo = useCallback((id: string) => setFileId(id, "replace"), [setFileId]);
  const close = useCallback(() => {
    // A step that was made here is taken back; a file opened by its address has no grid behind it to go back to.
    if (isOwnStep.current) window.history.back();
    else setFileId(null, "replace");
    isOwnStep.current = false;
  }, [setFileId]);
  return { fileId, open, turnTo, close };
}
