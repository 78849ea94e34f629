"use client";

import type { Transcript } from "@alcoves/core/transcripts/schema";
import { mostCaptionCharacters } from "@alcoves/cues";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { readCaptionFile } from "./read-caption-file.ts";

/** Problems of a file that are told one by one. */
const mostTold = 3;

/** What a person does to the transcript of a file. What the server refuses is told. */
export function useTranscriptActs(libraryId: string, transcript: Transcript | undefined) {
  const t = useTranslations("transcripts");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const { fileId = "", revision: seen = 0 } = transcript ?? {};
  const reload = () => queryClient.invalidateQueries(trpc.transcripts.get.queryFilter({ libraryId, fileId }));

  /** @returns whether it was done */
  async function attempt(work: () => Promise<void>): Promise<boolean> {
    setBusy(true);
    try {
      await work();
      return true;
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error));
      return false;
    } finally {
      await reload();
      setBusy(false);
    }
  }

  return {
    isBusy,
    importFile: (file: File) =>
      attempt(async () => {
        // Of UTF-8 a character takes three bytes at most.
        if (file.size > 3 * mostCaptionCharacters) throw new Error(t("tooLarge"));
        const text = await readCaptionFile(file);
        const input = { libraryId, fileId, seen, name: file.name, text };
        const { cueCount, problems } = await client.transcripts.import.mutate(input);
        // A missing header costs nothing.
        const lost = problems.filter(({ code }) => code !== "no-header");
        const told = lost
          .slice(0, mostTold)
          .map(({ line, code }) => t("problem", { line, what: t(`problemOf.${code}`) }));
        const rest = lost.length - told.length;
        if (rest > 0) told.push(t("moreProblems", { count: rest }));
        if (told.length === 0) toast.success(t("imported", { count: cueCount }));
        else toast.warning(t("imported", { count: cueCount }), { description: told.join(" ") });
      }),
    remove: () =>
      attempt(async () => {
        await client.transcripts.remove.mutate({ libraryId, fileId, seen, kind: "speech" });
      }),
    /** @throws what the server refuses, as when somebody else was faster */
    async correct(segmentId: string, change: { seenText: string; text: string }): Promise<void> {
      try {
        await client.transcripts.correct.mutate({ libraryId, segmentId, ...change });
      } finally {
        await reload();
      }
    },
  };
}

/** What `useTranscriptActs` gives. */
export type TranscriptActs = ReturnType<typeof useTranscriptActs>;
