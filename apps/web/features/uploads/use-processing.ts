"use client";

import type { FileJob } from "@alcoves/core/files/schema";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useStore } from "zustand";
import { useTRPCClient } from "../../trpc/client.tsx";
import { fileState } from "../files/file-state.ts";
import { askForFile, followLibrary } from "../files/library-news.ts";
import type { FileNews } from "../files/patch-pages.ts";
import { processingPercent } from "../files/processing-percent.ts";
import type { UploadEngine } from "./upload-engine.ts";

/** Follows the work on files after their upload, until each is ready or failed. */
export function useProcessing(engine: UploadEngine): void {
  const client = useTRPCClient();
  const t = useTranslations("files");
  // A text, so that the effect runs when the libraries change and not at each byte.
  const libraries = useStore(engine.store, () => followedLibraries(engine));

  useEffect(() => {
    const failedText = (job: FileJob) => t(`failed.${job}`);
    const stops = libraries
      .split(" ")
      .filter((libraryId) => libraryId !== "")
      .map((libraryId) =>
        followLibrary(client, libraryId, {
          onNews: (news) => tellEngine({ engine, failedText }, news),
          unsettledFileIds: () => processingIn(engine, libraryId),
        }),
      );
    const unsubscribe = engine.onArrived(({ target, fileId }) => {
      // The work may have ended before the page knew the file's id.
      if (fileId !== null) askForFile(client, target.libraryId, fileId);
    });
    return () => {
      unsubscribe();
      for (const stop of stops) stop();
    };
  }, [client, engine, libraries, t]);
}

/** Ids of the libraries that something is sent to or worked on in, in any order of arrival the same. */
function followedLibraries({ queue }: UploadEngine): string {
  const libraryIds = new Set<string>();
  for (const state of ["uploading", "processing"] as const) {
    for (const { target } of queue.in(state)) libraryIds.add(target.libraryId);
  }
  return [...libraryIds].toSorted().join(" ");
}

function processingIn({ queue }: UploadEngine, libraryId: string): string[] {
  return [...queue.in("processing")].flatMap(({ target, fileId }) =>
    fileId !== null && target.libraryId === libraryId ? [fileId] : [],
  );
}

interface Listening {
  engine: UploadEngine;
  failedText(job: FileJob): string;
}

function tellEngine({ engine, failedText }: Listening, { fileIds, files }: FileNews): void {
  const news = new Map(files.map((file) => [file.fileId, file]));
  for (const fileId of fileIds) {
    const entry = engine.queue.findProcessing(fileId);
    if (!entry) continue;
    const { entryId } = entry;
    const file = news.get(fileId);
    const now = file ? fileState(file) : { kind: "ready" as const };
    if (now.kind === "ready") engine.tell(entryId, { type: "finished" });
    else if (now.kind === "failed")
      engine.tell(entryId, { type: "failed", error: now.error ?? failedText(now.job) });
    else if (file) engine.tell(entryId, { type: "processed", percent: processingPercent(file) });
  }
}
