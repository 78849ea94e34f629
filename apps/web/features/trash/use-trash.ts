"use client";

import type { TrashPage } from "@alcoves/core/trash/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { askForFile } from "../files/library-news.ts";

/** Files and folders by their ids. */
export interface ItemIds {
  fileIds: string[];
  folderIds: string[];
}

/** What acts are told of one thing in the trash. */
export function idsOf(item: TrashPage["items"][number]): ItemIds {
  return item.of === "file"
    ? { fileIds: [item.fileId], folderIds: [] }
    : { fileIds: [], folderIds: [item.folderId] };
}

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

  const restore = useMutation(
    trpc.trash.restore.mutationOptions({
      onSuccess: ({ files, folders }, { fileIds = [] }) => {
        told(fileIds);
        toast.success(t("restored", { count: files + folders }));
      },
      onError,
    }),
  );
  const undo = useMutation(
    trpc.items.undo.mutationOptions({
      onSuccess: () => {
        told([]);
        toast.success(t("undone"));
      },
      onError,
    }),
  );
  const add = useMutation(
    trpc.trash.add.mutationOptions({
      onSuccess: ({ undoId, files, folders }, { fileIds = [] }) => {
        told(fileIds);
        toast(t("moved", { count: files + folders }), {
          ...(undoId && { action: { label: t("undo"), onClick: () => undo.mutate({ libraryId, undoId }) } }),
        });
      },
      onError,
    }),
  );
  return {
    isPending: add.isPending || restore.isPending || undo.isPending,
    trash: (fileIds: string[]) => add.mutate({ libraryId, fileIds }),
    trashItems: (items: ItemIds) => add.mutate({ libraryId, ...items }),
    restore: (items: ItemIds) => restore.mutate({ libraryId, ...items }),
  };
}
