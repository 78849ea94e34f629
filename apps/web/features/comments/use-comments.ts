"use client";

import type { Comment, CommentThread } from "@alcoves/core/comments/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { toast } from "sonner";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { followLibrary } from "../files/library-news.ts";
import { withComment, withoutComment } from "./comment-changes.ts";
import type { KeptDraft } from "./use-kept-draft.ts";

/** Whose comments are shown. */
interface CommentsOptions {
  libraryId: string;
  fileId: string;
  /** As they were loaded with the page. */
  loaded: CommentThread[];
}

/** A comment to be sent. */
interface NewComment {
  commentId: string;
  parentId: string | null;
  atMs: number | null;
  text: string;
}

/** The comments of a file and what is done with them; what others say comes in by itself. Each act tells whether it was done. */
export function useComments({ libraryId, fileId, loaded }: CommentsOptions) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const options = trpc.comments.list.queryOptions({ libraryId, fileId });
  const { data: threads } = useQuery({ ...options, initialData: loaded });
  const [drafts] = useState(() => new Map<string, KeptDraft>());
  const key = JSON.stringify(options.queryKey);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key's text stands for the key, which is new each time.
  useEffect(
    () =>
      followLibrary(client, libraryId, {
        onNews: () => undefined,
        onComments: (changed) => {
          if (changed === fileId) void queryClient.invalidateQueries({ queryKey: options.queryKey });
        },
      }),
    [client, queryClient, libraryId, fileId, key],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const acts = useMemo(() => {
    const { queryKey } = options;
    const change = (next: (threads: CommentThread[]) => CommentThread[]) =>
      queryClient.setQueryData(queryKey, (before) => before && next(before));
    /** A list that was asked for before an act is older than what the act gave. */
    const done = async (comment: Comment) => {
      await queryClient.cancelQueries({ queryKey });
      change((threads) => withComment(threads, comment));
    };
    const attempt = async (act: () => Promise<void>) => {
      try {
        await act();
        return true;
      } catch (error) {
        toast.error(error instanceof Error ? error.message : String(error));
        return false;
      } finally {
        void queryClient.invalidateQueries({ queryKey });
      }
    };
    return {
      add: (comment: NewComment) =>
        attempt(async () => done(await client.comments.add.mutate({ libraryId, fileId, ...comment }))),
      edit: ({ commentId, revision: seen }: Comment, text: string) =>
        attempt(async () => done(await client.comments.edit.mutate({ libraryId, commentId, seen, text }))),
      /** Shown at once; taken back where it is refused. */
      resolve: (comment: Comment, isResolved: boolean) =>
        attempt(async () => {
          const { commentId } = comment;
          await done({ ...comment, resolvedAt: isResolved ? new Date() : null });
          await done(await client.comments.resolve.mutate({ libraryId, commentId, isResolved }));
        }),
      remove: ({ commentId }: Comment) =>
        attempt(async () => {
          await queryClient.cancelQueries({ queryKey });
          change((threads) => withoutComment(threads, commentId));
          await client.comments.remove.mutate({ libraryId, commentId });
        }),
    };
  }, [client, queryClient, libraryId, fileId, key]);

  return { libraryId, fileId, threads, drafts, acts };
}

/** What `useComments` gives. */
export type Comments = ReturnType<typeof useComments>;
