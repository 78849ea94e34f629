"use client";

import type { Moment } from "@alcoves/core/moments/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { followLibrary } from "../files/library-news.ts";
import { spellChanges, takeUpChanges } from "./kept-changes.ts";
import {
  beginEditing,
  changesOf,
  editMoments,
  receiveMoments,
  receiveOutcome,
  redoEdit,
  settleDispute,
  undoEdit,
  type Wanted,
} from "./moment-drafts.ts";

import { recallChanges, useKeptChanges } from "./use-kept-changes.ts";

/** Whose moments are edited. */
interface EditingOptions {
  libraryId: string;
  fileId: string;
  /** As they were loaded with the page. */
  moments: Moment[];
}

/** What became of a save. */
export type SaveResult = "saved" | "disputed" | "nothing";

/** The moments of a file while somebody edits them; what others save comes in by itself. */
export function useEditing({ libraryId, fileId, moments }: EditingOptions) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [state, setState] = useState(() => beginEditing(moments));
  const options = trpc.moments.list.queryOptions({ libraryId, fileId });
  const { data } = useQuery({ ...options, initialData: moments });
  const key = JSON.stringify(options.queryKey);

  useEffect(() => setState((before) => receiveMoments(before, data)), [data]);
  // In the browser alone: what the server drew has to be what the page begins with.
  const kept = useRef(false);
  useEffect(() => {
    const text = kept.current ? null : recallChanges(fileId);
    kept.current = true;
    if (text !== null) setState((before) => takeUpChanges(before, text));
  }, [fileId]);
  const spelled = useMemo(() => spellChanges(state), [state]);
  useKeptChanges(fileId, spelled);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key's text stands for the key, which is new each time.
  useEffect(
    () =>
      followLibrary(client, libraryId, {
        onNews: () => undefined,
        onMoments: (changed) => {
          if (changed === fileId) void queryClient.invalidateQueries({ queryKey: options.queryKey });
        },
      }),
    [client, queryClient, libraryId, fileId, key],
  );

  const edit = useCallback(
    (change: (wanted: Wanted) => Wanted | null, subject: string | null = null) =>
      setState((before) => {
        const wanted = change(before.wanted);
        return wanted ? editMoments(before, { wanted, subject }) : before;
      }),
    [],
  );
  const changes = useMemo(() => changesOf(state), [state]);
  const [isSaving, setSaving] = useState(false);

  /** Saves every change. @throws what the server refuses, with a sentence for a person */
  async function save(): Promise<SaveResult> {
    if (state.disputed.size > 0) return "disputed";
    if (changes.length === 0) return "nothing";
    setSaving(true);
    try {
      const outcome = await client.moments.save.mutate({ libraryId, fileId, changes });
      // A list that was asked for before is older than what was saved.
      await queryClient.cancelQueries({ queryKey: options.queryKey });
      setState((before) => receiveOutcome(before, outcome));
      void queryClient.invalidateQueries({ queryKey: options.queryKey });
      return outcome.outcome === "saved" ? "saved" : "disputed";
    } finally {
      setSaving(false);
    }
  }

  return {
    state,
    changes,
    isSaving,
    edit,
    save,
    undo: useCallback(() => setState(undoEdit), []),
    redo: useCallback(() => setState(redoEdit), []),
    settle: useCallback(
      (momentId: string, whose: "mine" | "theirs") =>
        setState((before) => settleDispute(before, momentId, whose)),
      [],
    ),
  };
}

/** What `useEditing` gives. */
export type Editing = ReturnType<typeof useEditing>;
