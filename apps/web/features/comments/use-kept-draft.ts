"use client";

import { useState } from "react";
import { makeId } from "../editor/make-id.ts";
import { type CommentDraft, emptyDraft } from "./comment-draft.ts";

/** What somebody is writing, while they look at another panel too. */
export interface KeptDraft {
  /** Of the comment that it becomes: sent twice it is still one. */
  commentId: string;
  draft: CommentDraft;
  /** The time that it is about, ms; null while that is still the playhead's. */
  atMs: number | null;
  /** It is about the whole file. */
  isWhole: boolean;
}

/**
 * A draft that outlives the field that it is written in.
 * @param key what it is for: one draft each
 * @param first what stands there at the beginning
 */
export function useKeptDraft(drafts: Map<string, KeptDraft>, key: string, first = emptyDraft) {
  const begin = (): KeptDraft => ({ commentId: makeId(), draft: first, atMs: null, isWhole: false });
  const [kept, setKept] = useState(() => drafts.get(key) ?? begin());
  return {
    ...kept,
    change(next: Partial<KeptDraft>) {
      const changed = { ...kept, ...next };
      drafts.set(key, changed);
      setKept(changed);
    },
    clear() {
      drafts.delete(key);
      setKept(begin());
    },
  };
}
