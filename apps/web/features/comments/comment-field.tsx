"use client";

import { longestComment } from "@alcoves/core/comments/schema";
import clsx from "clsx";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { inputLook } from "../../components/text-field.tsx";
import { type CommentDraft, changeText, putMention } from "./comment-draft.ts";
import { MentionList, mentionOptionId } from "./mention-list.tsx";
import { useMentioning } from "./use-mentioning.ts";

/** What the field takes. */
interface CommentFieldProps {
  libraryId: string;
  /** Of the text area; a label elsewhere may name it. */
  id?: string;
  label?: string;
  placeholder?: string;
  draft: CommentDraft;
  isFocused?: boolean;
  onChange(draft: CommentDraft): void;
  /** Ctrl+Enter, or ⌘Enter. */
  onSend(): void;
  /** Escape. */
  onCancel?(): void;
}

/** Where a comment is written; `@` offers the members of the library. */
export function CommentField({ libraryId, draft, onChange, onSend, onCancel, ...rest }: CommentFieldProps) {
  const { id, label, placeholder, isFocused = false } = rest;
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const wantedCaret = useRef<number | null>(null);
  const mentioning = useMentioning({
    ...{ libraryId, draft, caret },
    onChoose(member, place) {
      const put = putMention(draft, place, member);
      wantedCaret.current = put.caret;
      setCaret(put.caret);
      onChange(put.draft);
    },
  });
  const { members, active } = mentioning;

  useLayoutEffect(() => {
    const element = field.current;
    if (!element || wantedCaret.current === null) return;
    element.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = null;
  });
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || !isFocused) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [isFocused]);

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter ends a word of an input method and sends nothing.
    if (event.nativeEvent.isComposing) return;
    const isSend = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (isSend) onSend();
    else if (!mentioning.onKey(event)) {
      if (event.key !== "Escape" || !onCancel) return;
      onCancel();
    }
    event.preventDefault();
  };
  const readCaret = () => setCaret(field.current?.selectionEnd ?? null);

  return (
    <div className="grid gap-1.5">
      <textarea
        ref={field}
        id={id}
        rows={2}
        maxLength={longestComment}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={members.length > 0 ? listId : undefined}
        aria-activedescendant={active ? mentionOptionId(listId, active) : undefined}
        aria-keyshortcuts="Control+Enter"
        placeholder={placeholder}
        value={draft.text}
        onChange={({ currentTarget: { value, selectionEnd } }) => {
          setCaret(selectionEnd);
          onChange(changeText(draft, value, selectionEnd));
        }}
        onSelect={readCaret}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
        className={clsx(inputLook, "field-sizing-content max-h-60 min-h-10 resize-y py-2 text-14")}
      />
      {members.length > 0 && (
        <MentionList id={listId} members={members} active={active} onChoose={mentioning.choose} />
      )}
    </div>
  );
}
