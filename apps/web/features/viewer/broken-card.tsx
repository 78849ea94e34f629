"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { Download, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { FileIcon } from "../files/file-icon.tsx";
import { fileState } from "../files/file-state.ts";
import { useRetryJob } from "../files/use-retry-job.ts";
import { StageCard, stageCardAction } from "./stage-card.tsx";

/** What the card takes. */
interface BrokenCardProps {
  file: FileDetails;
  libraryId: string;
}

/** A file that cannot be shown: what is wrong, and the ways out. */
export function BrokenCard({ file, libraryId }: BrokenCardProps) {
  const t = useTranslations("viewer");
  const jobs = useTranslations("files");
  const { retry, isPending } = useRetryJob(libraryId);
  const state = fileState(file);
  const reason =
    state.kind === "failed" ? (state.error ?? jobs(`failed.${state.job}`)) : t(`cannotShow.${file.kind}`);
  return (
    <StageCard icon={<FileIcon kind={file.kind} className="size-12" />} title={file.name} text={reason}>
      <a
        href={file.downloadUrl}
        download
        className={`${stageCardAction} bg-accent text-on-accent hover:bg-accent/90`}
      >
        <Download aria-hidden="true" className="size-[18px]" />
        {t("download")}
      </a>
      {state.kind === "failed" && (
        <button
          type="button"
          disabled={isPending}
          onClick={() => retry(file.fileId, state.job)}
          className={`${stageCardAction} border border-line hover:bg-white/10`}
        >
          <RotateCw aria-hidden="true" className="size-[18px]" />
          {t("retry")}
        </button>
      )}
    </StageCard>
  );
}
