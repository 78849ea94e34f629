"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { useTranslations } from "next-intl";
import { ProgressRing } from "../../components/progress-ring.tsx";
import { ThumbhashImage } from "../../components/thumbhash-image/thumbhash-image.tsx";
import { fileState } from "../files/file-state.ts";
import { formatWait } from "../files/format-file.ts";

/** What stands on the stage while there is nothing to show or play yet: what is being done, how far, how long still. */
export function PendingStage({ file }: { file: FileDetails }) {
  const t = useTranslations("viewer");
  const jobs = useTranslations("files");
  const state = fileState(file);
  if (state.kind !== "processing") return null;
  const doing = jobs(`doing.${state.job}`);
  return (
    <div className="absolute inset-0 grid place-items-center">
      {file.pictures && (
        <span className="absolute inset-0 opacity-40">
          <ThumbhashImage
            alt=""
            thumbhash={file.thumbhash}
            src={file.pictures.preview}
            className="!object-contain"
          />
        </span>
      )}
      <div
        role="status"
        className="relative flex items-center gap-3 rounded-full bg-black/70 py-2.5 pr-5 pl-3 text-white"
      >
        <ProgressRing percent={state.progress} label={`${state.progress} %`} className="size-7 text-accent" />
        <span className="text-14 tabular-nums">
          {doing} · {state.progress} %
          {state.etaSeconds !== null && ` · ${t("timeLeft", { time: formatWait(state.etaSeconds) })}`}
        </span>
      </div>
    </div>
  );
}
