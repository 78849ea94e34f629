"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";

/** Arranges the files of an album, takes them out, and makes one its cover; what changes an order has a way back. */
export function useArranging({ libraryId, albumId }: { libraryId: string; albumId: string }) {
  const t = useTranslations("albums");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const told = () => queryClient.invalidateQueries({ queryKey: trpc.albums.pathKey() });
  const onError = (error: { message: string }) => toast.error(error.message);
  const putBack = useMutation(trpc.albums.putBack.mutationOptions({ onSuccess: told, onError }));
  type Runs = Parameters<typeof putBack.mutate>[0]["runs"];
  const offerUndo = (text: string, runs: Runs) =>
    toast(text, {
      action: { label: t("undo"), onClick: () => putBack.mutate({ libraryId, albumId, runs }) },
    });
  const arrange = useMutation(
    trpc.albums.arrange.mutationOptions({
      onSuccess: (runs, { fileIds }) => {
        offerUndo(t("arranged", { count: fileIds.length }), runs);
        return told();
      },
      onError,
    }),
  );
  const take = useMutation(
    trpc.albums.take.mutationOptions({
      onSuccess: (runs, { fileIds }) => {
        offerUndo(t("taken", { count: fileIds.length }), runs);
        return told();
      },
      onError,
    }),
  );
  const setCover = useMutation(
    trpc.albums.setCover.mutationOptions({
      onSuccess: () => {
        toast.success(t("coverSet"));
        return told();
      },
      onError,
    }),
  );
  return {
    isArranging: arrange.isPending,
    arrange: (fileIds: string[], before: string | null) =>
      arrange.mutate({ libraryId, albumId, fileIds, before }),
    take: (fileIds: string[]) => take.mutate({ libraryId, albumId, fileIds }),
    setCover: (fileId: string) => setCover.mutate({ libraryId, albumId, fileId }),
  };
}
