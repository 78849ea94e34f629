"use client";

import type { DuplicateGroup, DuplicatePage } from "@alcoves/core/duplicates/schema";
import { type InfiniteData, type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { askForFile } from "../files/library-news.ts";

/** Decides about groups of duplicates; each decision has a way back. @param queryKey of the list that they leave */
export function useDecisions(libraryId: string, queryKey: QueryKey) {
  const t = useTranslations("duplicates");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const told = (fileIds: readonly string[]) => {
    for (const fileId of fileIds) askForFile(client, libraryId, fileId);
    for (const path of [trpc.trash, trpc.files.get, trpc.albums, trpc.tags, trpc.folders])
      void queryClient.invalidateQueries({ queryKey: path.pathKey() });
  };
  const lookAgain = () => void queryClient.invalidateQueries({ queryKey });
  const leave = (fileIds: readonly string[]) =>
    queryClient.setQueryData<InfiniteData<DuplicatePage>>(
      queryKey,
      (before) => before && { ...before, pages: before.pages.map((page) => without(page, fileIds)) },
    );
  const undo = useMutation(
    trpc.items.undo.mutationOptions({
      onSuccess: () => {
        told([]);
        lookAgain();
        toast.success(t("undone"));
      },
      onError: (error) => toast.error(error.message),
    }),
  );
  const decided = (text: string, fileIds: readonly string[], undoId: string | null) => {
    leave(fileIds);
    told(fileIds);
    toast(text, {
      ...(undoId && { action: { label: t("undo"), onClick: () => undo.mutate({ libraryId, undoId }) } }),
    });
  };
  // Most often somebody else was quicker.
  const onError = (error: { message: string }) => {
    toast.error(error.message);
    lookAgain();
  };
  const one = useMutation(
    trpc.duplicates.keepOne.mutationOptions({
      onSuccess: ({ undoId, files }, { fileIds }) => decided(t("keptOne", { count: files }), fileIds, undoId),
      onError,
    }),
  );
  const all = useMutation(
    trpc.duplicates.keepAll.mutationOptions({
      onSuccess: ({ undoId }, { fileIds }) => decided(t("keptAll"), fileIds, undoId),
      onError,
    }),
  );
  const idsOf = ({ files }: DuplicateGroup) => files.map(({ fileId }) => fileId);
  return {
    isPending: one.isPending || all.isPending || undo.isPending,
    keepOne: (group: DuplicateGroup, keptFileId: string) =>
      one.mutate({ libraryId, fileIds: idsOf(group), keptFileId }),
    keepAll: (group: DuplicateGroup) => all.mutate({ libraryId, fileIds: idsOf(group) }),
  };
}

function without(page: DuplicatePage, fileIds: readonly string[]): DuplicatePage {
  const isLeft = ({ files }: DuplicateGroup) => !files.some(({ fileId }) => fileIds.includes(fileId));
  return { ...page, groups: page.groups.filter(isLeft) };
}
