"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";

/** Adds files of a library to an album of it, with a way back. @param onAdded called when it is done */
export function useAddToAlbum(
  { libraryId, fileIds }: { libraryId: string; fileIds: string[] },
  onAdded: () => void,
) {
  const t = useTranslations("albums");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const told = () => void queryClient.invalidateQueries({ queryKey: trpc.albums.pathKey() });
  const onError = (error: { message: string }) => toast.error(error.message);
  const take = useMutation(trpc.albums.take.mutationOptions({ onSuccess: told, onError }));
  const add = useMutation(trpc.albums.add.mutationOptions({ onSuccess: told, onError }));
  const create = useMutation(trpc.albums.create.mutationOptions({ onError }));

  const addTo = ({ albumId, name }: { albumId: string; name: string }) =>
    add.mutate(
      { libraryId, albumId, fileIds },
      {
        onSuccess: ({ addedFileIds }) => {
          onAdded();
          if (addedFileIds.length === 0) return toast(t("addedBefore", { name }));
          const undo = () => take.mutate({ libraryId, albumId, fileIds: addedFileIds });
          toast(t("added", { count: addedFileIds.length, name }), {
            action: { label: t("undo"), onClick: undo },
          });
        },
      },
    );
  return {
    isPending: add.isPending || create.isPending,
    add: addTo,
    addToNew: (name: string) =>
      create.mutate({ libraryId, name }, { onSuccess: ({ albumId }) => addTo({ albumId, name }) }),
  };
}
