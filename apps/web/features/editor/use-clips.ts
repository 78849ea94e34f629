"use client";

import type { Moment } from "@alcoves/core/moments/schema";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { useTRPCClient } from "../../trpc/client.tsx";

/** Exports moments, and downloads their clips as soon as they are there. */
export function useClips(libraryId: string, moments: ReadonlyMap<string, Moment>) {
  const t = useTranslations("editor");
  const client = useTRPCClient();
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const downloaded = useRef(new Set<string>());

  useEffect(() => {
    const settled = [...wanted].filter((momentId) => {
      const moment = moments.get(momentId);
      if (!moment) return true;
      const { status, error } = moment.export;
      if (status === "ready" && moment.clipUrl) saveClip(moment.clipUrl, downloaded.current);
      if (status === "failed") toast.error(t("exportFailed", { name: moment.name }), { description: error });
      return status === "ready" || status === "failed";
    });
    if (settled.length > 0) setWanted((before) => new Set([...before].filter((id) => !settled.includes(id))));
  }, [wanted, moments, t]);

  const ask = async (momentIds: string[]) => {
    try {
      return await client.moments.export.mutate({ libraryId, momentIds });
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error));
      return [];
    }
  };
  return {
    /** Waits for the clip, and asks for it if nobody has. */
    async download(momentId: string) {
      const [moment] = await ask([momentId]);
      if (!moment) return;
      if (moment.export.status === "ready" && moment.clipUrl) {
        saveClip(moment.clipUrl, new Set());
        return;
      }
      downloaded.current.clear();
      setWanted((before) => new Set(before).add(momentId));
      toast(t("exportQueued", { name: moment.name }));
    },
    async export(momentId: string) {
      await ask([momentId]);
    },
    async stop(momentId: string) {
      try {
        await client.moments.stopExport.mutate({ libraryId, momentId });
      } catch (error) {
        toast.error(error instanceof Error ? error.message : String(error));
      }
    },
  };
}

/** Once for each clip: an effect may run twice. */
function saveClip(clipUrl: string, done: Set<string>): void {
  if (done.has(clipUrl)) return;
  done.add(clipUrl);
  const link = document.createElement("a");
  link.href = `${clipUrl}&download`;
  link.download = "";
  link.click();
}
