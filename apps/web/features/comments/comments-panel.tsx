"use client";

import type { Comment } from "@alcoves/core/comments/schema";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { CommentComposer } from "./comment-composer.tsx";
import { CommentThread } from "./comment-thread.tsx";
import type { Comments } from "./use-comments.ts";

/** What the panel takes. */
interface CommentsPanelProps {
  comments: Comments;
  media: RefObject<HTMLVideoElement | null>;
  source: string | undefined;
  durationMs: number;
  /** The thread that is selected; null for none. */
  selectedId: string | null;
  onOpen(commentId: string): void;
}

/** What is said of a file, by its times: to be read, answered and settled. */
export function CommentsPanel({ comments, selectedId, onOpen, ...player }: CommentsPanelProps) {
  const t = useTranslations("comments");
  const list = useRef<HTMLUListElement>(null);
  const [filter, setFilter] = useState<"open" | "all">("open");
  const [removing, setRemoving] = useState<Comment | null>(null);
  const { threads } = comments;
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null);
  // One that is linked to is shown whatever is chosen.
  const shown = threads.filter(
    ({ resolvedAt, commentId }) => filter === "all" || resolvedAt === null || commentId === selectedId,
  );

  useEffect(() => {
    if (selectedId === null) return;
    const row = list.current?.querySelector(`[data-comment="${CSS.escape(selectedId)}"]`);
    row?.scrollIntoView({ block: "nearest" });
  }, [selectedId]);

  const filters = [
    { id: "open", label: t("open", { count: open.length }) },
    { id: "all", label: t("all", { count: threads.length }) },
  ] as const;
  const isWithAnswers =
    removing !== null &&
    threads.some((thread) => thread.commentId === removing.commentId && thread.answers[0]);
  return (
    <>
      <CommentComposer comments={comments} {...player} />
      <fieldset aria-label={t("filter")} className="flex shrink-0 gap-1 px-3 py-2">
        {filters.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            aria-pressed={filter === id}
            onClick={() => setFilter(id)}
            className={clsx(
              "rounded-control px-2 py-1 text-13 tabular-nums focus-visible:outline-2 focus-visible:outline-accent",
              filter === id ? "bg-raised font-[550] text-text" : "text-muted hover:text-text",
            )}
          >
            {label}
          </button>
        ))}
      </fieldset>
      {shown.length === 0 && (
        <p className="px-4 py-6 text-center text-muted">{threads.length === 0 ? t("empty") : t("settled")}</p>
      )}
      <ul
        ref={list}
        aria-label={t("title")}
        className="min-h-0 flex-1 overflow-y-auto max-md:overflow-visible"
      >
        {shown.map((thread) => (
          <CommentThread
            key={thread.commentId}
            {...{ comments, thread, onOpen }}
            isSelected={thread.commentId === selectedId}
            onRemove={setRemoving}
          />
        ))}
      </ul>
      <ConfirmDialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={t("removeTitle")}
        text={isWithAnswers ? t("removeWithAnswers") : t("removeText")}
        action={t("remove")}
        isPending={false}
        onConfirm={() => {
          if (removing) void comments.acts.remove(removing);
          setRemoving(null);
        }}
      />
    </>
  );
}
