"use client";

import type { FilterPreset } from "@alcoves/cues";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";

/** What can be done with highlights besides writing one. @param onOpen is told which one is to be open */
export function useHighlightActs(libraryId: string, onOpen: (highlightId: string | null) => void) {
  const t = useTranslations("highlights");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const settle = {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.highlights.pathKey() }),
    onError: ({ message }: { message: string }) => toast.error(message),
  };
  const create = useMutation(trpc.highlights.create.mutationOptions(settle));
  const remove = useMutation(trpc.highlights.remove.mutationOptions(settle));
  return {
    /** Takes a preset into the library, under its name in the reader's language. */
    keep: ({ key, expression, color }: FilterPreset) =>
      create.mutate(
        { libraryId, name: t(`preset.${key}`), expression, color },
        { onSuccess: ({ highlightId }) => onOpen(highlightId) },
      ),
    remove: (highlightId: string, onDone: () => void) =>
      remove.mutate(
        { libraryId, highlightId },
        {
          onSuccess: () => onOpen(null),
          onSettled: onDone,
        },
      ),
    isRemoving: remove.isPending,
  };
}
