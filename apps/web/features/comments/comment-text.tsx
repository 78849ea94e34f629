"use client";

import { type Comment, partsOf } from "@alcoves/core/comments/schema";
import { useTranslations } from "next-intl";

/** What somebody wrote; whom it mentions stands there by their present names. */
export function CommentText({ comment: { text, mentions } }: { comment: Comment }) {
  const t = useTranslations("comments");
  const names = new Map(mentions.map(({ userId, name }) => [userId, name]));
  return (
    <p className="whitespace-pre-wrap break-words text-14">
      {partsOf(text).map((part, place) =>
        part.kind === "text" ? (
          part.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no other name than their place.
          <span key={place} className="font-[550] text-accent-text">
            @{names.get(part.userId) ?? t("somebody")}
          </span>
        ),
      )}
    </p>
  );
}
