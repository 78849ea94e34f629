"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { Download, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { FileIcon } from "../files/file-icon.tsx";
import { fileState } from "../files/file-state.ts";
import { useRetryJob } from "../files/use-retry-job.ts";

/** What the card takes. */
interface BrokenCardProps {
  file: FileDetails;
  libraryId: string;
}

const action =
  "inline-flex h-9 items-center gap-2 rounded-control px-3.5 text-14 font-[550] transition-colors duration-[120ms] focus-visible:outline-2 focus-visible:outline-accent focus-visible:outline-offset-2 disabled:opacity-50";

/** A file that cannot be shown: what is wrong, and the ways out. */
export function BrokenCard({ file, libraryId }: BrokenCardProps) {
  const t = useTranslations("viewer");
  const jobs = useTranslations("files");
  const { retry, isPending } = useRetryJob(libraryId);
  const state = fileState(file);
  const reason =
    state.kind === "failed" ? (state.error ?? jobs(`failed.${state.job}`)) : t(`cannotShow.${file.kind}`);
  return (
    <div className="absolute inset-0 grid place-items-center p-6">
      <div className="grid max-w-md justify-items-center gap-4 rounded-float border border-line bg-panel p-8 text-center text-text">
        <FileIcon kind={file.kind} className="size-12 text-muted" />
        <h2 className="max-w-full break-words font-semibold text-18">{file.name}</h2>
        <p className="text-14 text-muted">{reason}</p>
        <div className="flex flex-wrap justify-center gap-2">
          <a
            href={file.downloadUrl}
            download
            className={`${action} bg-accent text-on-accent hover:bg-accent/90`}
          >
            <Download aria-hidden="true" className="size-[18px]" />
            {t("download")}
          </a>
          {state.kind === "failed" && (
            <button
              type="button"
              disabled={isPending}
              onClick={() => retry(file.fileId, state.job)}
              className={`${action} border border-line hover:bg-white/10`}
            >
              <RotateCw aria-hidden="true" className="size-[18px]" />
              {t("retry")}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}
