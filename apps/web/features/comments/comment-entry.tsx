"use client";

import type { Comment } from "@alcoves/core/comments/schema";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Avatar } from "../../components/avatar.tsx";
import { readDraft } from "./comment-draft.ts";
import { CommentMenu } from "./comment-menu.tsx";
import { CommentText } from "./comment-text.tsx";
import { ReplyForm } from "./reply-form.tsx";
import type { Comments } from "./use-comments.ts";

/** What an entry takes. */
interface CommentEntryProps {
  comments: Comments;
  comment: Comment;
  onRemove(comment: Comment): void;
  /** Stands beside the menu. */
  acts?: ReactNode;
  /** Stands before the text. */
  children?: ReactNode;
}

/** How often "a minute ago" is looked at anew, ms. */
const agoMs = 30_000;

/** A comment or an answer: who, when and what; it is changed in its place. */
export function CommentEntry({ comments, comment, onRemove, acts, children }: CommentEntryProps) {
  const t = useTranslations("comments");
  const format = useFormatter();
  const now = useNow({ updateInterval: agoMs });
  const draftKey = `edit ${comment.commentId}`;
  const [isEditing, setEditing] = useState(() => comments.drafts.has(draftKey));
  const names = new Map(comment.mentions.map(({ userId, name }) => [userId, name]));
  const name = comment.createdBy?.name ?? t("somebody");
  // Clocks differ: nothing was written in the future.
  const ago = format.relativeTime(comment.createdAt, comment.createdAt > now ? comment.createdAt : now);
  return (
    <article className="flex gap-2.5">
      <Avatar name={name} url={comment.createdBy?.avatarUrl ?? null} className="mt-0.5 size-7 text-[11px]" />
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-1">
          <p className="flex min-w-0 flex-1 items-baseline gap-1.5">
            <span className="truncate font-[550] text-13">{name}</span>
            <time
              dateTime={comment.createdAt.toISOString()}
              title={format.dateTime(comment.createdAt, { dateStyle: "medium", timeStyle: "short" })}
              // The server's clock and the browser's may be a minute apart.
              suppressHydrationWarning
              className="shrink-0 text-12 text-muted"
            >
              {ago}
              {comment.editedAt && ` · ${t("edited")}`}
            </time>
          </p>
          {acts}
          <CommentMenu
            {...{ comment, onRemove }}
            libraryId={comments.libraryId}
            onEdit={() => setEditing(true)}
          />
        </div>
        {children}
        {isEditing ? (
          <ReplyForm
            {...{ comments, draftKey }}
            first={readDraft(comment.text, (userId) => names.get(userId) ?? null)}
            label={t("edit")}
            action={t("save")}
            onSend={(text) => comments.acts.edit(comment, text)}
            onDone={() => setEditing(false)}
          />
        ) : (
          <CommentText comment={comment} />
        )}
      </div>
    </article>
  );
}
