"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { UploadActions } from "./upload-actions.tsx";
import { UploadList } from "./upload-list.tsx";
import { Counts, PoliteSummary, Speed, TotalBar, titleOf } from "./upload-summary.tsx";
import { useIsPhone } from "./use-is-phone.ts";
import { type QueueView, useQueueView } from "./use-queue-view.ts";
import { useUploads } from "./use-uploads.ts";

/**
 * The panel at the bottom right, the same on every page, for as long as there is an upload to tell of. On phones the bar of
 * `UploadBar` stands in for it.
 */
export function UploadPanel() {
  const { engine } = useUploads();
  const view = useQueueView(engine);
  const isPhone = useIsPhone();
  return (
    <>
      <PoliteSummary view={view} />
      {!isPhone && view.summary.count > 0 && <Panel view={view} />}
    </>
  );
}

function Panel({ view }: { view: QueueView }) {
  const t = useTranslations("uploads");
  const [isOpen, setIsOpen] = useState(true);
  const Chevron = isOpen ? ChevronDown : ChevronUp;
  return (
    <section
      aria-label={t("panel")}
      className="fixed right-4 bottom-4 z-40 [:root:has([data-fills-window])_&]:hidden w-[min(360px,calc(100vw-32px))] overflow-hidden rounded-float border border-line bg-raised text-text shadow-float"
    >
      <header className="grid gap-1 px-4 pt-3 pb-2.5">
        <div className="flex items-center gap-2">
          <h2 className="min-w-0 flex-1 truncate font-semibold text-14 tabular-nums">{titleOf(view, t)}</h2>
          <Speed view={view} />
          <IconButton
            variant="small"
            label={isOpen ? t("collapse") : t("expand")}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            <Chevron aria-hidden="true" className="size-4" />
          </IconButton>
        </div>
        <Counts view={view} />
        <TotalBar percent={view.summary.percent} />
      </header>
      {isOpen && (
        <>
          <UploadList revision={view.revision} className="max-h-[232px]" />
          <UploadActions view={view} />
        </>
      )}
    </section>
  );
}
