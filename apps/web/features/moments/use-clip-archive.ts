"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef } from "react";
import { toast } from "sonner";
import { useTRPCClient } from "../../trpc/client.tsx";
import { waitForClips } from "./wait-for-clips.ts";

/** One at a time: another takes its place. */
const toastId = "clip-archive";

/**
 * Makes the clips of moments that have none, and downloads all of them as one archive; it tells how far it is, and can be stopped.
 * @returns what begins it. A page that is left stops waiting; the clips are made all the same
 */
export function useClipArchive(libraryId: string): (momentIds: readonly string[]) => Promise<void> {
  const t = useTranslations("moments");
  const client = useTRPCClient();
  const running = useRef<AbortController>(null);
  useEffect(
    () => () => {
      running.current?.abort();
      toast.dismiss(toastId);
    },
    [],
  );

  return useCallback(
    async (momentIds) => {
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      const { signal } = mine;
      const tell = (done: number) =>
        toast.loading(t("preparing", { done, total: momentIds.length }), {
          id: toastId,
          cancel: { label: t("cancel"), onClick: () => mine.abort() },
        });
      try {
        const moments = await waitForClips(client, { libraryId, momentIds, signal, onProgress: tell });
        if (signal.aborted) return;
        toast.dismiss(toastId);
        const [made, failed] = [moments.filter(({ clipUrl }) => clipUrl), moments.filter(isFailed)];
        if (failed[0]) toast.error(t("notExported", { count: failed.length, name: failed[0].name }));
        if (made.length === 0) return;
        const { url } = await client.downloads.prepare.mutate({
          libraryId,
          momentIds: made.map(({ momentId }) => momentId),
        });
        // An attachment: the page stays.
        if (!signal.aborted) window.location.assign(url);
      } catch (error) {
        toast.dismiss(toastId);
        toast.error(error instanceof Error ? error.message : String(error));
      }
    },
    [client, libraryId, t],
  );
}

function isFailed({ export: { status }, clipUrl }: { export: { status: string }; clipUrl: string | null }) {
  return status === "failed" && clipUrl === null;
}
