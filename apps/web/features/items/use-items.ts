"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { askForFile } from "../files/library-news.ts";
import type { ItemIds } from "./item-keys.ts";

/** Moves, copies and renames what a library holds, and fetches it; each change has a way back. */
export function useItems(libraryId: string) {
  const t = useTranslations("items");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const told = (fileIds: readonly string[] = []) => {
    for (const fileId of fileIds) askForFile(client, libraryId, fileId);
    void queryClient.invalidateQueries({ queryKey: trpc.folders.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.files.get.pathKey() });
  };
  const onError = (error: { message: string }) => toast.error(error.message);
  const undo = useMutation(trpc.items.undo.mutationOptions({ onError }));
  const offerUndo = (
    text: string,
    undoId: string | null,
    { fileIds = [], inLibraryId = libraryId }: { fileIds?: readonly string[]; inLibraryId?: string } = {},
  ) =>
    toast(text, {
      ...(undoId && {
        action: {
          label: t("undo"),
          onClick: () => undo.mutate({ libraryId: inLibraryId, undoId }, { onSuccess: () => told(fileIds) }),
        },
      }),
    });

  const move = useMutation(
    trpc.items.move.mutationOptions({
      onSuccess: ({ undoId, files, folders }, { fileIds = [] }) => {
        told(fileIds);
        offerUndo(t("moved", { count: files + folders }), undoId, { fileIds });
      },
      onError,
    }),
  );
  const copy = useMutation(
    trpc.items.copy.mutationOptions({
      onSuccess: ({ undoId, files, folders, libraryId: inLibraryId }) => {
        told();
        offerUndo(t("copied", { count: files + folders }), undoId, { inLibraryId });
      },
      onError,
    }),
  );
  const renameFile = useMutation(
    trpc.files.rename.mutationOptions({
      onSuccess: ({ undoId }, { fileId }) => {
        told([fileId]);
        offerUndo(t("renamed"), undoId, { fileIds: [fileId] });
      },
    }),
  );
  const renameFolder = useMutation(
    trpc.folders.rename.mutationOptions({
      onSuccess: ({ undoId }) => {
        told();
        offerUndo(t("renamed"), undoId);
      },
    }),
  );
  const prepare = useMutation(
    trpc.downloads.prepare.mutationOptions({
      // An attachment: the page stays.
      onSuccess: ({ url }) => window.location.assign(url),
      onError,
    }),
  );
  return {
    move,
    copy,
    renameFile,
    renameFolder,
    download: (items: ItemIds) => prepare.mutate({ libraryId, ...items }),
  };
}
