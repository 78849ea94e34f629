"use client";

import type { JobEntry } from "@alcoves/core/jobs/schema";
import { RotateCcw, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { IconButton } from "../../components/icon-button.tsx";
import { formatBytes } from "../files/format-file.ts";
import { useQueueActs } from "./use-queue-acts.ts";

/** One job: what it is about, how it went, and what can be done. */
export function JobRow({ job }: { job: JobEntry }) {
  const t = useTranslations("jobs");
  const format = useFormatter();
  const acts = useQueueActs();
  const [isAsking, setIsAsking] = useState(false);
  const { file } = job;
  const about = file ? (file.name ?? t("fileOf", { kind: file.kind })) : t("noFile");
  const at = (date: Date) => format.dateTime(date, { dateStyle: "medium", timeStyle: "medium" });
  const facts = [
    t(`queue.${job.queue}`),
    file?.library,
    file && formatBytes(file.sizeBytes),
    t("attempts", { attempts: job.attempts, most: job.mostAttempts }),
    job.deaths > 0 && t("deaths", { count: job.deaths }),
  ].filter((fact) => typeof fact === "string");
  const times = [
    t("addedAt", { date: at(job.addedAt) }),
    job.endedAt ? t("endedAt", { date: at(job.endedAt) }) : job.dueAt && t("dueAt", { date: at(job.dueAt) }),
  ].filter((time) => typeof time === "string");
  const name = `${t(`queue.${job.queue}`)}, ${about}`;
  return (
    <li className="flex items-start gap-2 py-3">
      <div className="min-w-0 flex-1">
        <p className="break-words font-[550]">{about}</p>
        <p className="text-13 text-muted">{facts.join(" · ")}</p>
        {job.reason && (
          <p className={job.state === "failed" ? "break-words text-13 text-failed" : "break-words text-13"}>
            {job.reason}
          </p>
        )}
        <p className="text-12 text-muted tabular-nums">{times.join(" · ")}</p>
        <details className="mt-1 text-12 text-muted">
          <summary className="w-fit cursor-pointer">{t("payload")}</summary>
          <code className="mt-1 block break-all">{job.payload}</code>
        </details>
      </div>
      {job.state === "failed" && (
        <IconButton
          label={t("retryJob", { name })}
          disabled={acts.isPending}
          onClick={() => acts.retry({ queue: job.queue, jobId: job.jobId })}
        >
          <RotateCcw aria-hidden="true" className="size-4" />
        </IconButton>
      )}
      {job.state !== "active" && (
        <IconButton
          label={t("removeJob", { name })}
          disabled={acts.isPending}
          onClick={() => setIsAsking(true)}
        >
          <X aria-hidden="true" className="size-4" />
        </IconButton>
      )}
      <ConfirmDialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={t("removeTitle", { name })}
        text={job.state === "failed" ? t("purgeFailedText") : t("purgeText")}
        action={t("removeAct")}
        isPending={acts.isPending}
        onConfirm={() =>
          acts.remove({ queue: job.queue, jobId: job.jobId }, { onSettled: () => setIsAsking(false) })
        }
      />
    </li>
  );
}
