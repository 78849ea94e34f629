"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";
import type { ItemIds } from "../items/item-keys.ts";

/** Deletes what is in a library's trash for good: one file or folder, or everything. @param onDone after either */
export function usePurge(libraryId: string, onDone: () => void) {
  const t = useTranslations("trash");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = {
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: trpc.trash.list.pathKey() });
      toast.success(t("purged"));
      onDone();
    },
    onError: (error: { message: string }) => toast.error(error.message),
  };
  const one = useMutation(trpc.trash.purge.mutationOptions(options));
  const all = useMutation(trpc.trash.empty.mutationOptions(options));
  return {
    isPending: one.isPending || all.isPending,
    purge: (items: ItemIds) => one.mutate({ libraryId, ...items }),
    empty: () => all.mutate({ libraryId }),
  };
}
