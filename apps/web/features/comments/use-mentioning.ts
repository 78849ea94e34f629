"use client";

import type { MemberSummary } from "@alcoves/core/members/schema";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { type CommentDraft, openMention } from "./comment-draft.ts";
import { matchMembers } from "./match-members.ts";

/** What is being written. */
interface MentioningOptions {
  libraryId: string;
  draft: CommentDraft;
  /** Where the caret is; null while the field has no focus. */
  caret: number | null;
  onChoose(member: MemberSummary, place: { start: number; end: number }): void;
}

/** Offers members behind an `@`: arrows go through them, Enter or Tab takes one, Escape none. */
export function useMentioning({ libraryId, draft, caret, onChoose }: MentioningOptions) {
  const trpc = useTRPC();
  const [isDismissedAt, setDismissedAt] = useState<number | null>(null);
  const [choice, setChoice] = useState({ query: "", place: 0 });
  const found = caret === null ? null : openMention(draft, caret);
  const open = found && found.start !== isDismissedAt ? found : null;
  const { data } = useQuery({ ...trpc.members.list.queryOptions({ libraryId }), enabled: open !== null });
  const members = open && data ? matchMembers(data, open.query) : [];
  // Other letters, other people: the first is the best again.
  const at = open && choice.query === open.query ? Math.min(choice.place, members.length - 1) : 0;
  const choose = (member: MemberSummary | undefined) => {
    if (open && member) onChoose(member, open);
  };
  const go = (by: number) =>
    setChoice({ query: open?.query ?? "", place: (at + by + members.length) % members.length });

  return {
    members,
    active: members[at] ?? null,
    choose,
    /** @returns whether the key was for the list */
    onKey({ key }: KeyboardEvent): boolean {
      if (!open || members.length === 0) return false;
      if (key === "ArrowDown") go(1);
      else if (key === "ArrowUp") go(-1);
      else if (key === "Enter" || key === "Tab") choose(members[at]);
      else if (key === "Escape") setDismissedAt(open.start);
      else return false;
      return true;
    },
  };
}
