"use client";

import type { FileDetails, FileJob } from "@alcoves/core/files/schema";
import { Check, Clock, RotateCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ProgressRing } from "../../components/progress-ring.tsx";
import { jobOrder } from "../files/file-state.ts";
import { formatWait } from "../files/format-file.ts";
import { useRetryJob } from "../files/use-retry-job.ts";

/** Each job of a file with its state, progress and a way to run it again after a failure. */
export function JobStates({ file, libraryId }: { file: FileDetails; libraryId: string }) {
  const t = useTranslations("viewer");
  const { retry, isPending } = useRetryJob(libraryId);
  const shown = jobOrder.filter((job) => file.jobs[job].status !== "not_needed");
  if (shown.length === 0) return null;
  return (
    <section aria-label={t("work")}>
      <h3 className="mb-1.5 text-12 text-muted">{t("work")}</h3>
      <ul className="grid gap-1.5 text-13">
        {shown.map((job) => (
          <li key={job} className="grid grid-cols-[18px_1fr_auto] items-center gap-x-2.5">
            <JobRow job={job} file={file} />
            {file.jobs[job].status === "failed" && (
              <button
                type="button"
                disabled={isPending}
                onClick={() => retry(file.fileId, job)}
                className="inline-flex h-7 items-center gap-1.5 rounded-control border border-line px-2 hover:bg-white/10 focus-visible:outline-2 focus-visible:outline-accent disabled:opacity-50"
              >
                <RotateCw aria-hidden="true" className="size-3.5" />
                {t("retry")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function JobRow({ job, file }: { job: FileJob; file: FileDetails }) {
  const t = useTranslations("viewer");
  const jobs = useTranslations("files");
  const { status, progress, etaSeconds, error } = file.jobs[job];
  const icons = {
    queued: <Clock aria-hidden="true" className="size-4 text-muted" />,
    processing: <ProgressRing percent={progress} label={`${progress} %`} className="size-4 text-accent" />,
    ready: <Check aria-hidden="true" className="size-4 text-ready" />,
    not_needed: null,
    failed: <TriangleAlert aria-hidden="true" className="size-4 text-failed" />,
  };
  const left = etaSeconds === null ? "" : ` · ${t("timeLeft", { time: formatWait(etaSeconds) })}`;
  const said = status === "processing" ? `${progress} %${left}` : jobs(`status.${status}`);
  return (
    <>
      {icons[status]}
      <span className="min-w-0">
        {jobs(`job.${job}`)} <span className="text-muted tabular-nums">{said}</span>
        {status === "failed" && (
          <span className="block break-words text-failed">{error ?? jobs(`failed.${job}`)}</span>
        )}
      </span>
    </>
  );
}
