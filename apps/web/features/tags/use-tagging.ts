"use client";

import type { PutTags } from "@alcoves/core/tags/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";

/** Tags files and folders of a library, with a way back. @param onPut called when it is done */
export function useTagging(libraryId: string, onPut: () => void) {
  const t = useTranslations("tags");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const told = () => {
    void queryClient.invalidateQueries({ queryKey: trpc.tags.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.files.get.pathKey() });
  };
  const onError = (error: { message: string }) => toast.error(error.message);
  const undo = useMutation(trpc.tags.undo.mutationOptions({ onSuccess: told, onError }));
  const put = useMutation(
    trpc.tags.put.mutationOptions({
      onSuccess: (changed) => {
        told();
        onPut();
        toast(t("tagged"), {
          action: { label: t("undo"), onClick: () => undo.mutate({ libraryId, ...changed }) },
        });
      },
      onError,
    }),
  );
  return {
    isPending: put.isPending,
    put: (wanted: Omit<PutTags, "libraryId">) => put.mutate({ libraryId, ...wanted }),
  };
}
