"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { createHasher } from "./hasher.ts";
import { createQueueKeeper } from "./keep-queue.ts";
import { openKeptUploads } from "./kept-uploads.ts";
import { openPage, randomId } from "./page-lock.ts";
import { createPreCheck } from "./pre-check.ts";
import { forgetUpload, startTransfer } from "./transfer.ts";
import { createUploadEngine, type UploadEngine } from "./upload-engine.ts";
import { recallAtOnce } from "./uploads-at-once.ts";

/** A reload may hold its old page's lock a little longer than the new page takes to start, ms. */
const lookAgainMs = 4_000;

/** Makes the engine of this page, and lets it go on with what earlier pages left. */
export function useUploadEngine(): UploadEngine {
  const t = useTranslations("uploads");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { data: me } = useQuery(trpc.accounts.me.queryOptions());
  const [engine] = useState(() =>
    createUploadEngine({
      check: (asker) =>
        createPreCheck({
          ...asker,
          hash: createHasher(),
          knownSizes: async (libraryId, sizes) =>
            (await client.uploads.knownSizes.mutate({ libraryId, sizes })).sizes,
          known: async (libraryId, files) => (await client.uploads.known.mutate({ libraryId, files })).files,
        }),
      start: startTransfer,
      forgetUpload,
      newId: randomId,
      atOnce: recallAtOnce,
      texts: { refused: t("refused"), unreadable: t("unreadable") },
    }),
  );

  const userId = me?.userId;
  useEffect(() => {
    if (userId === undefined) return;
    const stay = new AbortController();
    // A browser without room or locks still uploads; it only forgets at a reload.
    goOnWithEarlier(engine, userId, stay.signal).catch(() => undefined);
    return () => stay.abort();
  }, [engine, userId]);

  useEffect(() => {
    const nudge = () => engine.nudge();
    window.addEventListener("online", nudge);
    return () => window.removeEventListener("online", nudge);
  }, [engine]);

  return engine;
}

async function goOnWithEarlier(engine: UploadEngine, userId: string, left: AbortSignal): Promise<void> {
  const [kept, page] = await Promise.all([openKeptUploads(), openPage()]);
  left.addEventListener("abort", page.close);
  if (left.aborted) return page.close();
  await engine.keepIn(createQueueKeeper({ kept, userId, pageId: page.pageId }));
  for (const waitMs of [0, lookAgainMs]) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (left.aborted) return;
    await engine.restore(await kept.takeOver(userId, page.pageId, await page.livePages()));
  }
}
