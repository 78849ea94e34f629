"use client";

import type { JobState } from "@alcoves/core/files/schema";
import { useTranslations } from "next-intl";
import { ProgressRing } from "../../components/progress-ring.tsx";
import { formatWait } from "../files/format-file.ts";

/** How the clip of a moment stands; nothing while nobody has asked for one. */
export function ExportPill({ job, isUnsaved }: { job: JobState | undefined; isUnsaved: boolean }) {
  const t = useTranslations("editor");
  const look =
    "inline-flex shrink-0 items-center gap-1.5 rounded-full border px-2 py-0.5 text-12 tabular-nums";
  if (isUnsaved)
    return <span className={`${look} border-accent border-dashed text-accent-text`}>{t("unsaved")}</span>;
  if (!job || job.status === "not_needed") return null;
  if (job.status === "ready")
    return <span className={`${look} border-ready/40 text-ready`}>{t("ready")}</span>;
  if (job.status === "failed")
    return (
      <span title={job.error ?? undefined} className={`${look} border-failed/50 text-failed`}>
        {t("failed")}
      </span>
    );
  const wait = job.etaSeconds === null ? null : formatWait(job.etaSeconds);
  const words = job.status === "queued" ? t("queued") : t("percent", { percent: job.progress });
  return (
    <span className={`${look} text-accent-text`} title={wait ? t("eta", { wait }) : undefined}>
      <ProgressRing percent={job.progress} label={t("exporting")} className="size-3.5" />
      {words}
    </span>
  );
}
