"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { askForFile } from "../files/library-news.ts";
import type { ItemIds } from "../items/item-keys.ts";

/** Moves what a library holds into the trash and out of it; pages hear of it by the library's events. */
export function useTrash(libraryId: string) {
  const t = useTranslations("trash");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();

  const told = (fileIds: readonly string[]) => {
    for (const fileId of fileIds) askForFile(client, libraryId, fileId);
    void queryClient.invalidateQueries({ queryKey: trpc.trash.list.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.folders.list.pathKey() });
  };
  const onError = (error: { message: string }) => toast.error(error.message);

  const undo = useMutation(
    trpc.items.undo.mutationOptions({
      onSuccess: () => {
        told([]);
        toast.success(t("undone"));
      },
      onError,
    }),
  );
  const offerUndo = (text: string, undoId: string | null) =>
    toast(text, {
      ...(undoId && { action: { label: t("undo"), onClick: () => undo.mutate({ libraryId, undoId }) } }),
    });
  const restore = useMutation(
    trpc.trash.restore.mutationOptions({
      onSuccess: ({ undoId, files, folders }, { fileIds = [] }) => {
        told(fileIds);
        offerUndo(t("restored", { count: files + folders }), undoId);
      },
      onError,
    }),
  );
  const add = useMutation(
    trpc.trash.add.mutationOptions({
      onSuccess: ({ undoId, files, folders }, { fileIds = [] }) => {
        told(fileIds);
        offerUndo(t("moved", { count: files + folders }), undoId);
      },
      onError,
    }),
  );
  return {
    trash: (fileIds: string[]) => add.mutate({ libraryId, fileIds }),
    trashItems: (items: ItemIds) => add.mutate({ libraryId, ...items }),
    restore: (items: ItemIds) => restore.mutate({ libraryId, ...items }),
  };
}
