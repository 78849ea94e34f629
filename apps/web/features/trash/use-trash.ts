"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { askForFile } from "../files/library-news.ts";

/** Moves files of a library into the trash and out of it; pages hear of it by the library's events. */
export function useTrash(libraryId: string) {
  const t = useTranslations("trash");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();

  const told = (fileIds: readonly string[]) => {
    for (const fileId of fileIds) askForFile(client, libraryId, fileId);
    void queryClient.invalidateQueries({ queryKey: trpc.trash.list.pathKey() });
  };
  const onError = (error: { message: string }) => toast.error(error.message);

  const restore = useMutation(
    trpc.trash.restore.mutationOptions({
      onSuccess: (_, { fileIds }) => {
        told(fileIds);
        toast.success(t("restored", { count: fileIds.length }));
      },
      onError,
    }),
  );
  const add = useMutation(
    trpc.trash.add.mutationOptions({
      onSuccess: (_, { fileIds }) => {
        told(fileIds);
        toast(t("moved", { count: fileIds.length }), {
          action: { label: t("undo"), onClick: () => restore.mutate({ libraryId, fileIds }) },
        });
      },
      onError,
    }),
  );
  return {
    isPending: add.isPending || restore.isPending,
    trash: (fileIds: string[]) => add.mutate({ libraryId, fileIds }),
    restore: (fileIds: string[]) => restore.mutate({ libraryId, fileIds }),
  };
}
