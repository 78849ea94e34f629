"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { useTRPCClient } from "../../trpc/client.tsx";
import { formatBytes, formatWait } from "../files/format-file.ts";
import { AtOnceChoice } from "./at-once-choice.tsx";
import { retryAllUploads } from "./retry-uploads.ts";
import { UploadList } from "./upload-list.tsx";
import { type QueueView, useQueueView } from "./use-queue-view.ts";
import { useUploads } from "./use-uploads.ts";

/** The panel at the bottom right, the same on every page, for as long as there is an upload to tell of. */
export function UploadPanel() {
  const t = useTranslations("uploads");
  const client = useTRPCClient();
  const { engine } = useUploads();
  const view = useQueueView(engine);
  const [isOpen, setIsOpen] = useState(true);
  const { summary } = view;
  const Chevron = isOpen ? ChevronDown : ChevronUp;
  return (
    <>
      <PoliteSummary view={view} />
      {summary.count > 0 && (
        <section
          aria-label={t("panel")}
          className="fixed right-4 bottom-4 z-40 w-[min(340px,calc(100vw-32px))] overflow-hidden rounded-float border border-line bg-raised text-text shadow-float max-md:bottom-[calc(76px+var(--mini-player,0px))]"
        >
          <header className="px-4 pt-3 pb-2.5">
            <div className="flex items-center gap-2">
              <h2 className="min-w-0 flex-1 truncate font-semibold text-14 tabular-nums">
                {titleOf(view, t)}
              </h2>
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
            <p className="text-13 text-muted tabular-nums">
              {t("counts", { left: summary.left, done: summary.done, failed: summary.failed })}
            </p>
            <TotalBar percent={summary.percent} />
          </header>
          {isOpen && (
            <>
              <UploadList entries={view.queue.entries} />
              <footer className="flex items-center gap-1 border-line border-t px-2 py-1.5 text-13">
                <AtOnceChoice onChange={() => engine.nudge()} />
                <span className="flex-1" />
                {summary.failed > 0 && (
                  <TextButton onClick={() => void retryAllUploads(client, engine)}>
                    {t("retryAll")}
                  </TextButton>
                )}
                {summary.done > 0 && <TextButton onClick={() => engine.clear()}>{t("clear")}</TextButton>}
              </footer>
            </>
          )}
        </section>
      )}
    </>
  );
}

type Texts = ReturnType<typeof useTranslations<"uploads">>;

function titleOf({ queue, summary }: QueueView, t: Texts): string {
  if (summary.isActive) return t("uploading", { done: summary.done, count: summary.count });
  if (summary.left > 0) return t("halted");
  if (queue.counts.processing > 0) return t("processing", { count: queue.counts.processing });
  return summary.failed > 0 ? t("someFailed", { count: summary.failed }) : t("allDone");
}

function Speed({ view: { summary, queue, bytesPerSecond, secondsLeft } }: { view: QueueView }) {
  const t = useTranslations("uploads");
  if (!summary.isActive) return null;
  const isOffline = queue.counts.waiting > 0 && queue.counts.uploading === 0;
  const speed = bytesPerSecond > 0 ? t("speed", { speed: formatBytes(bytesPerSecond) }) : null;
  const wait = secondsLeft === null ? null : formatWait(secondsLeft);
  const text = isOffline ? t("offline") : [speed, wait].filter((part) => part !== null).join(" · ");
  return <span className="shrink-0 text-13 text-muted tabular-nums">{text}</span>;
}

function TotalBar({ percent }: { percent: number }) {
  const t = useTranslations("uploads");
  return (
    <div className="mt-2 flex items-center gap-2.5">
      <div
        role="progressbar"
        aria-label={t("total")}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-1 flex-1 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
      <span className="text-12 text-muted tabular-nums">{percent} %</span>
    </div>
  );
}

function TextButton({ onClick, children }: { onClick(): void; children: string }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="h-8 rounded-control px-2.5 font-[550] hover:bg-panel focus-visible:outline-2 focus-visible:outline-accent"
    >
      {children}
    </button>
  );
}

/** Tells a screen reader in tenths how far all uploads are: each byte would be noise. */
function PoliteSummary({ view }: { view: QueueView }) {
  const t = useTranslations("uploads");
  const { count, isActive, percent, failed } = view.summary;
  const tenth = Math.floor(percent / 10) * 10;
  const said = count === 0 ? "" : isActive ? t("said", { percent: tenth, failed }) : titleOf(view, t);
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}
