"use client";

import { useTranslations } from "next-intl";
import { formatBytes, formatWait } from "../files/format-file.ts";
import type { QueueView } from "./use-queue-view.ts";

type Texts = ReturnType<typeof useTranslations<"uploads">>;

/** @returns in a few words what the uploads are at */
export function titleOf({ summary }: QueueView, t: Texts): string {
  const { isActive, done, duplicate, count, left, processing, failed } = summary;
  if (isActive) return t("uploading", { done: done + duplicate, count });
  if (left > 0) return t("halted");
  if (processing > 0) return t("processing", { count: processing });
  if (failed > 0) return t("someFailed", { count: failed });
  return duplicate === count ? t("allDuplicate", { count }) : t("allDone");
}

/** How many are left, done, there before and failed. */
export function Counts({ view: { summary } }: { view: QueueView }) {
  const t = useTranslations("uploads");
  const { left, done, duplicate, failed } = summary;
  return <p className="text-13 text-muted tabular-nums">{t("counts", { left, done, duplicate, failed })}</p>;
}

/** How quick it goes and how long it takes, or what it waits for. */
export function Speed({ view: { summary, bytesPerSecond, secondsLeft } }: { view: QueueView }) {
  const t = useTranslations("uploads");
  if (!summary.isActive) return null;
  const speed = bytesPerSecond > 0 ? t("speed", { speed: formatBytes(bytesPerSecond) }) : null;
  const wait = secondsLeft === null ? null : formatWait(secondsLeft);
  const text = summary.isOffline ? t("offline") : [speed, wait].filter((part) => part !== null).join(" · ");
  return <span className="shrink-0 text-13 text-muted tabular-nums">{text}</span>;
}

/** How far all uploads are, by bytes. */
export function TotalBar({ percent }: { percent: number }) {
  const t = useTranslations("uploads");
  return (
    <div className="flex items-center gap-2.5">
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

/** Tells a screen reader in tenths how far all uploads are: each byte would be noise. */
export function PoliteSummary({ view }: { view: QueueView }) {
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
