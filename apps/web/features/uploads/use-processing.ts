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
import type { UploadEntry } from "./upload-entry.ts";

/** Follows the work on files after their upload, until each is ready or failed. */
export function useProcessing(engine: UploadEngine): void {
  const client = useTRPCClient();
  const t = useTranslations("files");
  // A text, so that the effect runs when the libraries change and not at each byte.
  const libraries = useStore(engine.store, ({ queue }) =>
    queue.counts.processing + queue.counts.uploading === 0
      ? ""
      : [...new Set(queue.entries.filter(isFollowed).map((entry) => entry.target.libraryId))].join(" "),
  );

  useEffect(() => {
    const failedText = (job: FileJob) => t(`failed.${job}`);
    const asked = new Set<string>();
    const stops = libraries
      .split(" ")
      .filter((libraryId) => libraryId !== "")
      .map((libraryId) =>
        followLibrary(client, libraryId, {
          onNews: (news) => tellEngine({ engine, failedText }, news),
          unsettledFileIds: () => engine.store.getState().queue.entries.flatMap(processingFileId),
        }),
      );
    const askForNew = () => {
      if (engine.store.getState().queue.counts.processing === 0) return;
      for (const entry of engine.store.getState().queue.entries) {
        const [fileId] = processingFileId(entry);
        if (fileId === undefined || asked.has(fileId)) continue;
        asked.add(fileId);
        // The work may have ended before the page knew the file's id.
        askForFile(client, entry.target.libraryId, fileId);
      }
    };
    askForNew();
    let before = engine.store.getState().queue.counts.processing;
    const unsubscribe = engine.store.subscribe(({ queue }) => {
      if (queue.counts.processing > before) askForNew();
      before = queue.counts.processing;
    });
    return () => {
      unsubscribe();
      for (const stop of stops) stop();
    };
  }, [client, engine, libraries, t]);
}

const isFollowed = ({ state }: UploadEntry) => state === "processing" || state === "uploading";

const processingFileId = ({ state, fileId }: UploadEntry) =>
  state === "processing" && fileId !== null ? [fileId] : [];

interface Listening {
  engine: UploadEngine;
  failedText(job: FileJob): string;
}

function tellEngine({ engine, failedText }: Listening, { fileIds, files }: FileNews): void {
  const news = new Map(files.map((file) => [file.fileId, file]));
  const asked = new Set(fileIds);
  for (const { entryId, fileId, state } of engine.store.getState().queue.entries) {
    if (state !== "processing" || fileId === null || !asked.has(fileId)) continue;
    const file = news.get(fileId);
    const now = file ? fileState(file) : { kind: "ready" as const };
    if (now.kind === "ready") engine.tell({ type: "finished", entryId });
    else if (now.kind === "failed")
      engine.tell({ type: "failed", entryId, error: now.error ?? failedText(now.job) });
    else if (file) engine.tell({ type: "processed", entryId, percent: processingPercent(file) });
  }
}
