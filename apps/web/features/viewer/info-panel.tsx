"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { Download, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { formatBytes } from "../files/format-file.ts";
import { TagChips } from "../tags/tag-chips.tsx";
import { FileActs } from "./file-acts.tsx";
import { FileFacts } from "./file-facts.tsx";
import { JobStates } from "./job-states.tsx";
import { useSheetDrag } from "./use-sheet-drag.ts";

/** What the panel takes. */
interface InfoPanelProps {
  /** Undefined while they load: the panel stays where it is from file to file. */
  file: FileDetails | undefined;
  libraryId: string;
  onClose(): void;
}

/** Everything known of a file: a column beside it, a sheet below it on a phone, which is pulled down to close. */
export function InfoPanel({ file, libraryId, onClose }: InfoPanelProps) {
  const t = useTranslations("viewer");
  const { pulledPx, handlers } = useSheetDrag(onClose);
  return (
    <aside
      data-chrome=""
      aria-label={t("info")}
      style={{ transform: pulledPx > 0 ? `translateY(${pulledPx}px)` : undefined }}
      className="z-10 w-[340px] shrink-0 overflow-y-auto border-line border-l bg-panel text-text max-md:h-[62dvh] max-md:w-auto max-md:rounded-t-float max-md:border-t max-md:border-l-0"
    >
      <div
        {...handlers}
        className="sticky top-0 z-10 flex items-center justify-between bg-panel py-2 pr-2 pl-5 max-md:touch-none max-md:pt-3.5"
      >
        <span
          aria-hidden="true"
          className="absolute top-1.5 left-1/2 h-1 w-9 -translate-x-1/2 rounded-full bg-line md:hidden"
        />
        <h2 className="font-semibold text-15">{t("info")}</h2>
        <IconButton variant="stage" label={t("closeInfo")} onClick={onClose}>
          <X aria-hidden="true" className="size-[18px]" />
        </IconButton>
      </div>
      {file && <Sections file={file} libraryId={libraryId} />}
    </aside>
  );
}

function Sections({ file, libraryId }: { file: FileDetails; libraryId: string }) {
  const t = useTranslations("viewer");
  return (
    <div className="grid gap-5 px-5 pb-6">
      <TagChips tags={file.tags} libraryId={libraryId} />
      <FileActs file={file} libraryId={libraryId} />
      <FileFacts file={file} libraryId={libraryId} />
      <JobStates file={file} libraryId={libraryId} />
      <a
        href={file.downloadUrl}
        download
        className="inline-flex h-9 items-center justify-center gap-2 rounded-control border border-line px-3.5 font-[550] hover:bg-white/10 focus-visible:outline-2 focus-visible:outline-accent"
      >
        <Download aria-hidden="true" className="size-[18px]" />
        {t("download")}
      </a>
      <Sidecars urls={file.sidecarUrls} />
      {file.companions.length > 0 && <Companions file={file} />}
      <RawMetadata file={file} />
    </div>
  );
}

/** What is known of the file, for other programs. */
function Sidecars({ urls }: { urls: FileDetails["sidecarUrls"] }) {
  const t = useTranslations("viewer");
  return (
    <p className="-mt-3 text-13 text-muted">
      {t.rich("sidecars", {
        xmp: (text) => <SidecarLink url={urls.xmp}>{text}</SidecarLink>,
        json: (text) => <SidecarLink url={urls.json}>{text}</SidecarLink>,
      })}
    </p>
  );
}

function SidecarLink({ url, children }: { url: string; children: ReactNode }) {
  return (
    <a
      href={url}
      download
      className="rounded-[4px] underline underline-offset-2 hover:text-text focus-visible:outline-2 focus-visible:outline-accent"
    >
      {children}
    </a>
  );
}

/** What only accompanies the file, to be had by itself: the clip of a live photo, a sidecar. */
function Companions({ file }: { file: FileDetails }) {
  const t = useTranslations("viewer");
  return (
    <section aria-label={t("companions")}>
      <h3 className="text-12 text-muted">{t("companions")}</h3>
      <ul className="mt-1 grid gap-1">
        {file.companions.map(({ fileId, name, sizeBytes, downloadUrl }) => (
          <li key={fileId}>
            <a
              href={downloadUrl}
              download
              className="flex items-center gap-2 rounded-[4px] py-1 text-14 hover:underline focus-visible:outline-2 focus-visible:outline-accent"
            >
              <Download aria-hidden="true" className="size-4 shrink-0" />
              <span className="min-w-0 break-words">{name}</span>
              <span className="ml-auto shrink-0 text-12 text-muted">{formatBytes(sizeBytes)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
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
