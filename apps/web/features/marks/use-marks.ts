"use client";

import type { SetMarks } from "@alcoves/core/marks/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { askForFile } from "../files/library-news.ts";

/** Marks files of a library for oneself, with a way back where one does not just press once more; open pages hear of it at once. */
export function useMarks(libraryId: string) {
  const t = useTranslations("marks");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const told = (fileIds: readonly string[]) => {
    for (const fileId of fileIds) askForFile(client, libraryId, fileId);
    void queryClient.invalidateQueries({ queryKey: trpc.files.get.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.marks.favourites.pathKey() });
  };
  const onError = (error: { message: string }) => toast.error(error.message);
  const restore = useMutation(
    trpc.marks.restore.mutationOptions({
      onSuccess: (_, { former }) => told(former.flatMap(({ fileIds }) => fileIds)),
      onError,
    }),
  );
  const { mutate, isPending } = useMutation(
    trpc.marks.set.mutationOptions({
      onSuccess: (former, { fileIds, isFavourite, rating }) => {
        told(fileIds);
        const count = fileIds.length;
        if (count === 1 && rating === undefined) return;
        const text =
          rating === undefined
            ? t(isFavourite ? "favoured" : "unfavoured", { count })
            : t("rated", { count, rating: rating ?? 0 });
        toast(text, {
          action: { label: t("undo"), onClick: () => restore.mutate({ libraryId, former }) },
        });
      },
      onError,
    }),
  );
  return {
    isPending,
    setMarks: (marks: Omit<SetMarks, "libraryId">) => mutate({ libraryId, ...marks }),
  };
}
