"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { type CommentDraft, emptyDraft, spellDraft } from "./comment-draft.ts";
import { CommentField } from "./comment-field.tsx";
import type { Comments } from "./use-comments.ts";
import { useKeptDraft } from "./use-kept-draft.ts";

/** What the form takes. */
interface ReplyFormProps {
  comments: Comments;
  /** What it is for: one draft each. */
  draftKey: string;
  /** What stands there at the beginning. */
  first?: CommentDraft;
  label: string;
  action: string;
  /** @returns whether it was taken */
  onSend(text: string, commentId: string): Promise<boolean>;
  onDone(): void;
}

/** Where an answer is written, or a comment changed. */
export function ReplyForm({ comments, draftKey, first = emptyDraft, ...rest }: ReplyFormProps) {
  const { label, action, onSend, onDone } = rest;
  const t = useTranslations("comments");
  const { draft, commentId, change, clear } = useKeptDraft(comments.drafts, draftKey, first);
  const [isSending, setSending] = useState(false);
  const isReady = draft.text.trim() !== "" && !isSending;
  const leave = () => {
    clear();
    onDone();
  };
  const send = async () => {
    if (!isReady) return;
    setSending(true);
    if (await onSend(spellDraft(draft), commentId)) leave();
    else setSending(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="mt-2 grid gap-2"
    >
      <CommentField
        {...{ draft, label }}
        libraryId={comments.libraryId}
        isFocused
        onChange={(next) => change({ draft: next })}
        onSend={() => void send()}
        onCancel={leave}
      />
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={leave}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="primary" disabled={!isReady}>
          {action}
        </Button>
      </div>
    </form>
  );
}
