"use client";

import { FolderSearch, Pause, Play, RotateCw, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { IconButton } from "../../components/icon-button.tsx";
import { useTRPCClient } from "../../trpc/client.tsx";
import { openStates } from "./change-entry.ts";
import { retryUpload } from "./retry-uploads.ts";
import type { SameFile, UploadEntry } from "./upload-entry.ts";
import { UploadThumb } from "./upload-thumb.tsx";
import { useUploads } from "./use-uploads.ts";

/** One upload in the panel: what it is, how far, and what can be done about it. */
export function UploadRow({ entry }: { entry: UploadEntry }) {
  const t = useTranslations("uploads");
  const { state, filename, error } = entry;
  const percent = percentOf(entry);
  const isMoving =
    state === "uploading" || state === "waiting" || state === "processing" || state === "paused";
  const said = state === "failed" ? (error ?? t("state.failed")) : t(`state.${state}`);
  return (
    <div className="flex h-full items-center gap-3 px-4">
      <UploadThumb entry={entry} />
      <div className="min-w-0 flex-1">
        <p className="truncate text-13" title={entry.path ? `${entry.path}/${filename}` : filename}>
          {filename}
        </p>
        {isMoving ? (
          <div className="mt-1.5 flex items-center gap-2">
            <div
              role="progressbar"
              aria-label={t("progressOf", { name: filename, state: said })}
              aria-valuenow={percent}
              aria-valuemin={0}
              aria-valuemax={100}
              className="h-1 flex-1 overflow-hidden rounded-full bg-line"
            >
              <div
                className={`h-full rounded-full ${state === "uploading" ? "bg-accent" : "bg-accent/50"}`}
                style={{ width: `${percent}%` }}
              />
            </div>
            <span className="shrink-0 text-12 text-muted tabular-nums">
              {state === "uploading" ? `${percent} %` : said}
            </span>
          </div>
        ) : entry.sameAs ? (
          <SameAs libraryId={entry.target.libraryId} sameAs={entry.sameAs} />
        ) : (
          <p className={`truncate text-12 ${state === "failed" ? "text-failed" : "text-muted"}`} title={said}>
            {said}
          </p>
        )}
      </div>
      <RowActions entry={entry} />
    </div>
  );
}

/** Leads to the file that is there already. */
function SameAs({ libraryId, sameAs: { fileId, name, folder } }: { libraryId: string; sameAs: SameFile }) {
  const t = useTranslations("uploads");
  const place = folder ? `/l/${libraryId}/f/${folder.folderId}` : `/l/${libraryId}`;
  const text = folder ? t("sameIn", { name, folder: folder.name }) : t("same", { name });
  return (
    <Link
      href={`${place}?file=${fileId}`}
      title={text}
      className="block truncate text-12 text-muted underline underline-offset-2 hover:text-text focus-visible:outline-2 focus-visible:outline-accent"
    >
      {text}
    </Link>
  );
}

function percentOf({ state, sentBytes, sizeBytes, processingPercent }: UploadEntry): number {
  if (state === "processing") return processingPercent;
  return sizeBytes > 0 ? Math.floor((sentBytes / sizeBytes) * 100) : 0;
}

function RowActions({ entry }: { entry: UploadEntry }) {
  const t = useTranslations("uploads");
  const client = useTRPCClient();
  const { engine, pick } = useUploads();
  const { entryId, state, filename: name } = entry;
  const canPause = openStates.includes(state);
  const canCancel = canPause || state === "paused" || state === "lost" || state === "failed";
  return (
    <span className="flex shrink-0">
      {canPause && (
        <IconButton variant="small" label={t("pause", { name })} onClick={() => engine.pause(entryId)}>
          <Pause aria-hidden="true" className="size-4" />
        </IconButton>
      )}
      {state === "paused" && (
        <IconButton variant="small" label={t("resume", { name })} onClick={() => engine.resume(entryId)}>
          <Play aria-hidden="true" className="size-4" />
        </IconButton>
      )}
      {state === "lost" && (
        <IconButton variant="small" label={t("pickAgain", { name })} onClick={() => pick(entry.target)}>
          <FolderSearch aria-hidden="true" className="size-4" />
        </IconButton>
      )}
      {state === "failed" && (
        <IconButton
          variant="small"
          label={t("retry", { name })}
          onClick={() => void retryUpload(client, engine, entry)}
        >
          <RotateCw aria-hidden="true" className="size-4" />
        </IconButton>
      )}
      {canCancel && (
        <IconButton variant="small" label={t("cancel", { name })} onClick={() => engine.cancel(entryId)}>
          <X aria-hidden="true" className="size-4" />
        </IconButton>
      )}
    </span>
  );
}
