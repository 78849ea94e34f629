"use client";

import { type CommentThread, readable } from "@alcoves/core/comments/schema";
import { useTranslations } from "next-intl";
import { type RefObject, useMemo } from "react";
import type { SidePanel } from "../editor/editor-side.tsx";
import type { TimelineMarker } from "../editor/timeline-markers.ts";
import { threadOf } from "./comment-changes.ts";
import { CommentsPanel } from "./comments-panel.tsx";
import { useComments } from "./use-comments.ts";

/** What the comments of the editor take. */
interface CommentsBesideOptions {
  libraryId: string;
  fileId: string;
  loaded: CommentThread[];
  /** A comment or an answer that is selected; null for none. */
  linkedId: string | null;
  media: RefObject<HTMLVideoElement | null>;
  source: string | undefined;
  durationMs: number;
  seek(ms: number): void;
  onSelect(commentId: string): void;
}

/** Longest hint of a dot, characters. */
const longestHint = 120;

/** The comments of a recording, once for the panel beside the player and the dots on the timeline. */
export function useCommentsBeside({ libraryId, fileId, loaded, linkedId, ...rest }: CommentsBesideOptions) {
  const { media, source, durationMs, seek, onSelect } = rest;
  const t = useTranslations("comments");
  const comments = useComments({ libraryId, fileId, loaded });
  const { threads } = comments;
  const selectedId = (linkedId !== null && threadOf(threads, linkedId)?.commentId) || null;
  const markers = useMemo(() => markersOf(threads, t("somebody")), [threads, t]);
  const open = (commentId: string) => {
    onSelect(commentId);
    const { atMs } = threadOf(threads, commentId) ?? {};
    if (atMs !== undefined && atMs !== null) seek(atMs);
  };
  const panel: SidePanel = {
    id: "comments",
    label: t("title"),
    count: threads.filter(({ resolvedAt }) => resolvedAt === null).length,
    content: <CommentsPanel {...{ comments, media, source, durationMs, selectedId }} onOpen={open} />,
  };
  return { panel, markers, selectedId, open };
}

function markersOf(threads: readonly CommentThread[], somebody: string): TimelineMarker[] {
  return threads.flatMap(({ commentId, atMs, text, mentions, createdBy, resolvedAt }) => {
    if (atMs === null) return [];
    const names = new Map(mentions.map(({ userId, name }) => [userId, name]));
    const said = [...readable(text, (userId) => names.get(userId) ?? somebody)].slice(0, longestHint);
    const hint = `${createdBy?.name ?? somebody}: ${said.join("")}`;
    return [{ id: commentId, ms: atMs, isMuted: resolvedAt !== null, hint }];
  });
}
