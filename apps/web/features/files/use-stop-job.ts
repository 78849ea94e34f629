"use client";

import type { FileJob } from "@alcoves/core/files/schema";
import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { askForFile } from "./library-news.ts";

/** @returns a function that stops a file's job that waits or runs; the page hears of it by the library's events */
export function useStopJob(libraryId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { mutate, isPending } = useMutation(
    trpc.files.cancelJob.mutationOptions({
      onSuccess: (_, { fileId }) => askForFile(client, libraryId, fileId),
      onError: (error) => toast.error(error.message),
    }),
  );
  return { isPending, stop: (fileId: string, job: FileJob) => mutate({ libraryId, fileId, job }) };
}
