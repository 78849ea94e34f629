"use client";

import type { SetMarks } from "@alcoves/core/marks/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { askForFile } from "../files/library-news.ts";

/** Marks files of a library for oneself; open pages hear of it at once. */
export function useMarks(libraryId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation(
    trpc.marks.set.mutationOptions({
      onSuccess: (_, { fileIds }) => {
        for (const fileId of fileIds) askForFile(client, libraryId, fileId);
        void queryClient.invalidateQueries({ queryKey: trpc.files.get.pathKey() });
        void queryClient.invalidateQueries({ queryKey: trpc.marks.favourites.pathKey() });
      },
      onError: (error) => toast.error(error.message),
    }),
  );
  return {
    isPending,
    setMarks: (marks: Omit<SetMarks, "libraryId">) => mutate({ libraryId, ...marks }),
  };
}
