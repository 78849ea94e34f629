"use client";

import type { FileDetails, FileJob } from "@alcoves/core/files/schema";
import { Check, Clock, RotateCw, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ProgressRing } from "../../components/progress-ring.tsx";
import { jobOrder } from "../files/file-state.ts";
import { formatWait } from "../files/format-file.ts";
import { useRetryJob } from "../files/use-retry-job.ts";
import { useStopJob } from "../files/use-stop-job.ts";

/** Each job of a file with its state and progress; one at work can be stopped, one that failed run again. */
export function JobStates({ file, libraryId }: { file: FileDetails; libraryId: string }) {
  const t = useTranslations("viewer");
  const { retry, isPending } = useRetryJob(libraryId);
  const { stop, isPending: isStopping } = useStopJob(libraryId);
  const shown = jobOrder.filter((job) => file.jobs[job].status !== "not_needed");
  const mayStream = file.mayRetryJobs && file.kind === "video" && file.jobs.hls.status === "not_needed";
  if (shown.length === 0 && !mayStream) return null;
  return (
    <section aria-label={t("work")}>
      <h3 className="mb-1.5 text-12 text-muted">{t("work")}</h3>
      <ul className="grid gap-1.5 text-13">
        {shown.map((job) => {
          const { status } = file.jobs[job];
          return (
            <li key={job} className="grid grid-cols-[18px_1fr_auto] items-center gap-x-2.5">
              <JobRow job={job} file={file} />
              {file.mayRetryJobs && status === "failed" && (
                <RowButton disabled={isPending} onClick={() => retry(file.fileId, job)}>
                  <RotateCw aria-hidden="true" className="size-3.5" />
                  {t("retry")}
                </RowButton>
              )}
              {file.mayStopJobs && (status === "queued" || status === "processing") && (
                <RowButton disabled={isStopping} onClick={() => stop(file.fileId, job)}>
                  <X aria-hidden="true" className="size-3.5" />
                  {t("stop")}
                </RowButton>
              )}
            </li>
          );
        })}
      </ul>
      {mayStream && (
        <p className="mt-2.5 flex items-center justify-between gap-3 text-13 text-muted">
          {t("makeStreamText")}
          <RowButton disabled={isPending} onClick={() => retry(file.fileId, "hls")}>
            {t("makeStream")}
          </RowButton>
        </p>
      )}
    </section>
  );
}

function RowButton(button: ComponentProps<"button">) {
  return (
    <button
      type="button"
      {...button}
      className="inline-flex h-7 shrink-0 items-center gap-1.5 rounded-control border border-line px-2 text-text hover:bg-white/10 focus-visible:outline-2 focus-visible:outline-accent disabled:opacity-50"
    />
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
