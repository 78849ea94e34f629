"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { Download, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { wallClock } from "../files/captured-on.ts";
import { formatBytes, formatDuration } from "../files/format-file.ts";
import { cameraName, exposureLine, offsetName } from "./exposure.ts";
import { JobStates } from "./job-states.tsx";

/** What the panel takes. */
interface InfoPanelProps {
  file: FileDetails;
  libraryId: string;
  onClose(): void;
}

/** Everything known of a file: a column beside it, a sheet below it on a phone. */
export function InfoPanel({ file, libraryId, onClose }: InfoPanelProps) {
  const t = useTranslations("viewer");
  return (
    <aside
      data-chrome=""
      aria-label={t("info")}
      className="z-10 w-[340px] shrink-0 overflow-y-auto border-line border-l bg-panel text-text max-md:max-h-[62dvh] max-md:w-auto max-md:rounded-t-float max-md:border-t max-md:border-l-0"
    >
      <div className="sticky top-0 z-10 flex items-center justify-between bg-panel py-2 pr-2 pl-5">
        <h2 className="font-semibold text-15">{t("info")}</h2>
        <IconButton variant="stage" label={t("closeInfo")} onClick={onClose}>
          <X aria-hidden="true" className="size-[18px]" />
        </IconButton>
      </div>
      <div className="grid gap-5 px-5 pb-6">
        <Facts file={file} />
        <JobStates file={file} libraryId={libraryId} />
        <a
          href={file.downloadUrl}
          download
          className="inline-flex h-9 items-center justify-center gap-2 rounded-control border border-line px-3.5 font-[550] hover:bg-white/10 focus-visible:outline-2 focus-visible:outline-accent"
        >
          <Download aria-hidden="true" className="size-[18px]" />
          {t("download")}
        </a>
        <RawMetadata file={file} />
      </div>
    </aside>
  );
}

function Facts({ file }: { file: FileDetails }) {
  const t = useTranslations("viewer");
  const format = useFormatter();
  const date = (value: Date) =>
    format.dateTime(value, { dateStyle: "full", timeStyle: "short", timeZone: "UTC" });
  const captured = file.capturedAt && date(wallClock(file));
  const zone = file.capturedOffsetMinutes === null ? "" : ` (${offsetName(file.capturedOffsetMinutes)})`;
  const codecs = [file.videoCodec, file.audioCodec].filter((codec) => codec !== null).join(", ");
  const facts: [string, ReactNode][] = [
    [t("fact.name"), file.name],
    [t("fact.captured"), captured && `${captured}${zone}`],
    [t("fact.added"), date(wallClock({ ...file, capturedAt: null }))],
    [t("fact.camera"), cameraName(file)],
    [t("fact.lens"), file.lensModel],
    [t("fact.exposure"), exposureLine(file)],
    [t("fact.dimensions"), file.widthPx && file.heightPx && `${file.widthPx} × ${file.heightPx}`],
    [t("fact.duration"), file.durationMs && formatDuration(file.durationMs)],
    [t("fact.codecs"), codecs],
    [t("fact.size"), formatBytes(file.sizeBytes)],
    [t("fact.type"), file.mimeType],
    [
      t("fact.place"),
      file.latitude !== null &&
        file.longitude !== null &&
        `${file.latitude.toFixed(5)}, ${file.longitude.toFixed(5)}`,
    ],
    [t("fact.uploader"), file.uploadedBy],
  ];
  return (
    <dl className="grid gap-3">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt className="text-12 text-muted">{name}</dt>
              <dd className="break-words text-14 tabular-nums">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function RawMetadata({ file }: { file: FileDetails }) {
  const t = useTranslations("viewer");
  return (
    <details>
      <summary className="cursor-pointer rounded-[4px] py-1 text-13 text-muted hover:text-text focus-visible:outline-2 focus-visible:outline-accent">
        {t("raw")}
      </summary>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe).
        tabIndex={0}
        className="mt-2 max-h-96 overflow-auto rounded-control bg-black/40 p-3 text-12 leading-[1.5]"
      >
        {JSON.stringify(file.rawMetadata, null, 2)}
      </pre>
    </details>
  );
}
