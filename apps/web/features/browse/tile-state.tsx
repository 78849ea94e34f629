"use client";

import type { FileSummary } from "@alcoves/core/files/schema";
import { RotateCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ProgressRing } from "../../components/progress-ring.tsx";
import { fileState } from "../files/file-state.ts";
import { processingPercent } from "../files/processing-percent.ts";
import { useRetryJob } from "../files/use-retry-job.ts";

/** What the badge takes. */
interface TileStateProps {
  file: FileSummary;
  libraryId: string;
  isCurrent: boolean;
}

/** Says on a tile that its file is still at work, or what failed with a way to try again. Nothing when all is done. */
export function TileState({ file, libraryId, isCurrent }: TileStateProps) {
  const t = useTranslations("browse");
  const jobs = useTranslations("files");
  const state = fileState(file);
  if (state.kind === "ready") return null;
  if (state.kind === "failed") return <FailedBadge {...{ file, libraryId, isCurrent }} />;
  const label = t("processing", { job: jobs(`doing.${state.job}`), percent: processingPercent(file) });
  return (
    <span className="pointer-events-none absolute top-1.5 left-1.5 flex max-w-[calc(100%-12px)] items-center gap-1.5 rounded-full bg-black/65 py-1 pr-2 pl-1 font-medium text-12 text-white">
      <ProgressRing
        percent={processingPercent(file)}
        label={label}
        className="size-4 shrink-0 text-[#f0a35c]"
      />
      <span aria-hidden="true" className="truncate">
        {jobs(`doing.${state.job}`)}
      </span>
    </span>
  );
}

function FailedBadge({ file, libraryId, isCurrent }: TileStateProps) {
  const t = useTranslations("browse");
  const jobs = useTranslations("files");
  const { retry, isPending } = useRetryJob(libraryId);
  const state = fileState(file);
  if (state.kind !== "failed") return null;
  const error = state.error ?? jobs(`failed.${state.job}`);
  return (
    <span
      title={error}
      className="absolute inset-x-1.5 top-1.5 flex items-start gap-1.5 rounded-control bg-black/75 p-1.5 text-12 text-white"
    >
      <TriangleAlert aria-hidden="true" className="mt-px size-4 shrink-0 text-[#ff8a75]" />
      <span className="line-clamp-2 min-w-0 flex-1 break-words">{error}</span>
      <button
        type="button"
        tabIndex={isCurrent ? 0 : -1}
        disabled={isPending}
        onClick={() => retry(file.fileId, state.job)}
        aria-label={t("retry", { name: file.name })}
        className="-m-0.5 grid size-7 shrink-0 place-items-center rounded-[6px] hover:bg-white/15 focus-visible:outline-2 focus-visible:outline-[#f0a35c] disabled:opacity-50"
      >
        <RotateCw aria-hidden="true" className="size-4" />
      </button>
    </span>
  );
}
