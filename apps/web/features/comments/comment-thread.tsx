"use client";

import type { Comment, CommentThread as Thread } from "@alcoves/core/comments/schema";
import clsx from "clsx";
import { Check, CornerDownRight, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { formatMark } from "../editor/format-time.ts";
import { CommentEntry } from "./comment-entry.tsx";
import { ReplyForm } from "./reply-form.tsx";
import type { Comments } from "./use-comments.ts";

/** What a thread takes. */
interface CommentThreadProps {
  comments: Comments;
  thread: Thread;
  isSelected: boolean;
  onOpen(commentId: string): void;
  onRemove(comment: Comment): void;
}

/** A comment with its answers: it leads to its time, is answered, and settled. */
export function CommentThread({ comments, thread, isSelected, onOpen, onRemove }: CommentThreadProps) {
  const t = useTranslations("comments");
  const { commentId, atMs } = thread;
  const draftKey = `answer ${commentId}`;
  const [isAnswering, setAnswering] = useState(() => comments.drafts.has(draftKey));
  const isResolved = thread.resolvedAt !== null;
  const mark = atMs === null ? null : formatMark(atMs, 100);
  return (
    <li
      data-comment={commentId}
      className={clsx(
        "border-line border-b px-4 py-3", // On the selection the muted colour of the page has too little contrast (WCAG 1.4.3).
        isSelected && "bg-selection [--muted:color-mix(in_srgb,var(--text)_70%,var(--background))]",
      )}
    >
      <CommentEntry
        {...{ comments, onRemove }}
        comment={thread}
        acts={
          thread.mayResolve && (
            <IconButton
              label={isResolved ? t("reopen") : t("resolve")}
              variant="small"
              onClick={() => void comments.acts.resolve(thread, !isResolved)}
            >
              {isResolved ? (
                <RotateCcw aria-hidden="true" className="size-4" />
              ) : (
                <Check aria-hidden="true" className="size-4" />
              )}
            </IconButton>
          )
        }
      >
        <p className="my-0.5 flex flex-wrap items-center gap-x-2 text-12 text-muted">
          {mark === null ? (
            t("whole")
          ) : (
            <button
              type="button"
              aria-label={t("goTo", { time: mark })}
              aria-current={isSelected ? "true" : undefined}
              onClick={() => onOpen(commentId)}
              className="rounded-[5px] bg-selection px-1.5 py-0.5 font-[550] text-accent-text tabular-nums hover:underline focus-visible:outline-2 focus-visible:outline-accent"
            >
              {mark}
            </button>
          )}
          {isResolved && (
            <span className="flex items-center gap-1">
              <Check aria-hidden="true" className="size-3.5" />
              {thread.resolvedBy ? t("resolvedBy", { name: thread.resolvedBy }) : t("resolved")}
            </span>
          )}
        </p>
      </CommentEntry>
      <div className="ml-9.5">
        {thread.answers.length > 0 && (
          <ul className="mt-3 grid gap-3">
            {thread.answers.map((answer) => (
              <li key={answer.commentId}>
                <CommentEntry {...{ comments, onRemove }} comment={answer} />
              </li>
            ))}
          </ul>
        )}
        {isAnswering ? (
          <ReplyForm
            {...{ comments, draftKey }}
            label={t("answer")}
            action={t("answer")}
            onSend={(text, answerId) =>
              comments.acts.add({ commentId: answerId, parentId: commentId, atMs: null, text })
            }
            onDone={() => setAnswering(false)}
          />
        ) : (
          <button
            type="button"
            onClick={() => setAnswering(true)}
            className="mt-1 flex items-center gap-1.5 rounded-control py-1 text-13 text-muted hover:text-text focus-visible:outline-2 focus-visible:outline-accent"
          >
            <CornerDownRight aria-hidden="true" className="size-3.5" />
            {t("answer")}
          </button>
        )}
      </div>
    </li>
  );
}
