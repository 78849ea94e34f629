"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { IconButton } from "../../components/icon-button.tsx";
import { ThumbhashImage } from "../../components/thumbhash-image/thumbhash-image.tsx";
import { FileIcon } from "../files/file-icon.tsx";
import { useQueueView } from "../uploads/use-queue-view.ts";
import { useUploads } from "../uploads/use-uploads.ts";
import { useFileDetails } from "../viewer/use-file-details.ts";
import { MiniControls } from "./mini-controls.tsx";
import { openOver } from "./page-under-viewer.ts";
import { type Playing, useSound, useSoundState } from "./sound.ts";

/** The bar of what plays while no viewer shows it, under every page; nothing while nothing does. */
export function MiniPlayer() {
  const { playing, place } = useSoundState();
  return playing && place === "bar" && <Bar playing={playing} />;
}

function Bar({ playing }: { playing: Playing }) {
  const t = useTranslations("sound");
  const sound = useSound();
  const { hasFailed } = useSoundState();
  const { details } = useFileDetails(playing);
  const queued = playing.queue.find(({ fileId }) => fileId === playing.fileId);
  const file = details ?? queued;
  const title = details?.title ?? file?.name ?? "";
  // The uploads float at the right, over what has no room left of them.
  const hasUploads = useQueueView(useUploads().engine).summary.count > 0;
  return (
    <section
      aria-label={t("playing")}
      data-mini-player=""
      className={`grid h-[var(--mini-player)] shrink-0 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-line border-t bg-panel px-3 py-2 md:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_auto] md:px-5 lg:grid-cols-[minmax(0,18rem)_minmax(0,1fr)_auto] ${hasUploads ? "md:pr-[372px]" : ""}`}
    >
      <Link
        href={openOver(playing.pageHref, playing.fileId)}
        scroll={false}
        aria-label={t("open", { name: title })}
        className="flex min-w-0 items-center gap-3 rounded-control outline-offset-2 hover:text-accent-text"
      >
        <span className="relative grid size-11 shrink-0 place-items-center overflow-hidden rounded-control border border-line bg-raised text-muted">
          {file?.pictures ? (
            <ThumbhashImage alt="" thumbhash={file.thumbhash} src={file.pictures.timeline} />
          ) : (
            <FileIcon kind="audio" className="size-5" />
          )}
        </span>
        <span className="min-w-0">
          <span className="block truncate font-[550] text-14">{title}</span>
          <span className="block truncate text-13 text-muted">
            {hasFailed ? t("failed") : (details?.artist ?? details?.album ?? t("noArtist"))}
          </span>
        </span>
      </Link>
      <MiniControls playing={playing} durationMs={file?.durationMs ?? null} />
      <IconButton
        label={t("close")}
        onClick={sound.stop}
        className="max-md:col-start-2 max-md:row-start-1 max-md:justify-self-end"
      >
        <X aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
      </IconButton>
    </section>
  );
}
