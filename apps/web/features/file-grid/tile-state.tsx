"use client";

import type { FileSummary } from "@alcoves/core/files/schema";
import { RotateCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { gridControlAttribute } from "../../components/justified-grid/justified-grid.tsx";
import { ProgressRing } from "../../components/progress-ring.tsx";
import { fileState } from "../files/file-state.ts";
import { processingPercent } from "../files/processing-percent.ts";
import { useRetryJob } from "../files/use-retry-job.ts";
import type { ListedFile } from "./file-list.ts";

/** What the badge takes. */
interface TileStateProps {
  file: ListedFile;
  libraryId: string;
  isCurrent: boolean;
}

const pill =
  "pointer-events-none absolute top-1.5 right-1.5 flex max-w-[calc(100%-52px)] items-center gap-1.5 rounded-full bg-black/65 py-1 pr-2 pl-1 font-medium text-12 text-white";

/** Says on a tile that its file is still at work, or what failed with a way to try again. Nothing when all is done. */
export function TileState({ file, ...rest }: TileStateProps) {
  // Of what lies in the trash nothing is to be done.
  if (file.work === "done" || file.leavesAt) return null;
  return file.jobs ? (
    <KnownState {...rest} file={{ ...file, jobs: file.jobs }} />
  ) : (
    <BriefState file={file} />
  );
}

/** What a list says that tells no more than whether all is done. */
function BriefState({ file }: { file: ListedFile }) {
  const t = useTranslations("browse");
  if (file.work === "failed") {
    return (
      <span className={pill} title={t("failed")}>
        <TriangleAlert aria-hidden="true" className="size-4 shrink-0 text-[#ff8a75]" />
        <span className="sr-only">{t("failed")}</span>
      </span>
    );
  }
  return (
    <span className={pill}>
      <ProgressRing
        percent={15}
        label={t("working")}
        className="size-4 shrink-0 animate-spin text-[#f0a35c]"
      />
    </span>
  );
}

type KnownFile = ListedFile & Pick<FileSummary, "jobs">;

function KnownState({ file, libraryId, isCurrent }: Omit<TileStateProps, "file"> & { file: KnownFile }) {
  const t = useTranslations("browse");
  const jobs = useTranslations("files");
  const state = fileState(file);
  if (state.kind === "ready") return null;
  if (state.kind === "failed") return <FailedBadge {...{ file, libraryId, isCurrent }} />;
  const label = t("processing", { job: jobs(`doing.${state.job}`), percent: processingPercent(file) });
  return (
    <span className={pill}>
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

function FailedBadge({ file, libraryId, isCurrent }: Omit<TileStateProps, "file"> & { file: KnownFile }) {
  const t = useTranslations("browse");
  const jobs = useTranslations("files");
  const { retry, isPending } = useRetryJob(libraryId);
  const state = fileState(file);
  if (state.kind !== "failed") return null;
  const error = state.error ?? jobs(`failed.${state.job}`);
  return (
    <span
      title={error}
      className="absolute inset-x-1.5 bottom-1.5 flex items-start gap-1.5 rounded-control bg-black/75 p-1.5 text-12 text-white"
    >
      <TriangleAlert aria-hidden="true" className="mt-px size-4 shrink-0 text-[#ff8a75]" />
      <span className="line-clamp-2 min-w-0 flex-1 break-words">{error}</span>
      <button
        type="button"
        {...gridControlAttribute}
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
