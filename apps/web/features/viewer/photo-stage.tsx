"use client";

import type { FileSource, FileSummary } from "@alcoves/core/files/schema";
import { CircleDot, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef, useState } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { thumbhashUrl } from "../../components/thumbhash-image/thumbhash-url.ts";
import { LiveClip } from "./live-clip.tsx";
import { usePressAndHold } from "./use-press-and-hold.ts";
import { useZoom } from "./use-zoom.ts";

/** What the stage of a photo takes. */
interface PhotoStageProps {
  file: FileSummary;
  preview: string;
  /** What moves in a live photo; null for all others. */
  clip: FileSource | null;
  isChromeShown: boolean;
  onSwipe(direction: 1 | -1): void;
  onSwipeDown(): void;
}

/** A photo over its placeholder, to be zoomed and moved. */
export function PhotoStage({ file, preview, clip, isChromeShown, onSwipe, onSwipeDown }: PhotoStageProps) {
  const t = useTranslations("viewer");
  const stage = useRef<HTMLDivElement>(null);
  const [natural, setNatural] = useState<{ widthPx: number; heightPx: number } | null>(null);
  const picture = useMemo(
    () => ({
      widthPx: file.widthPx ?? natural?.widthPx ?? 1600,
      heightPx: file.heightPx ?? natural?.heightPx ?? 1200,
    }),
    [file.widthPx, file.heightPx, natural],
  );
  const { zoom, fit, zoomBy, handlers } = useZoom(stage, picture, { onSwipe, onSwipeDown });
  const [isLive, setLive] = useState(false);
  const [isHovered, setHovered] = useState(false);
  const endLive = useCallback(() => setLive(false), []);
  const hold = usePressAndHold({ onHold: () => setLive(true), onRelease: endLive });
  const hover = (isOver: boolean) => {
    setHovered(isOver);
    setLive(isOver);
  };
  const placeholder = thumbhashUrl(file.thumbhash);
  return (
    <>
      <div
        ref={stage}
        {...handlers}
        {...(clip && hold)}
        className={`absolute inset-0 touch-none overflow-hidden ${zoom.scale > 1 ? "cursor-grab active:cursor-grabbing" : "cursor-zoom-in"}`}
      >
        <div
          className="absolute top-1/2 left-1/2 bg-center bg-cover"
          style={{
            width: fit.widthPx,
            height: fit.heightPx,
            transform: `translate(-50%, -50%) translate(${zoom.xPx}px, ${zoom.yPx}px) scale(${zoom.scale})`,
            backgroundImage: !natural && placeholder ? `url(${placeholder})` : undefined,
          }}
        >
          <img
            src={preview}
            alt={file.name}
            draggable={false}
            decoding="async"
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setNatural({ widthPx: naturalWidth, heightPx: naturalHeight })
            }
            className={`size-full select-none transition-opacity duration-[120ms] motion-reduce:transition-none ${natural ? "opacity-100" : "opacity-0"}`}
          />
          {isLive && clip && <LiveClip clip={clip} onEnd={endLive} />}
        </div>
      </div>
      <div
        data-chrome=""
        className={`absolute bottom-4 left-1/2 flex -translate-x-1/2 gap-1 rounded-full bg-black/60 p-1 transition-opacity duration-150 ${isChromeShown ? "opacity-100" : "opacity-0 focus-within:opacity-100"}`}
      >
        {clip && (
          <button
            type="button"
            aria-pressed={isLive}
            // Under a mouse it plays already: a click plays it once more, and does not end it.
            onClick={() => setLive(isHovered || !isLive)}
            onPointerEnter={({ pointerType }) => pointerType === "mouse" && hover(true)}
            onPointerLeave={({ pointerType }) => pointerType === "mouse" && hover(false)}
            className="flex items-center gap-1.5 rounded-full px-3 text-13 text-white hover:bg-white/10 focus-visible:outline-2 focus-visible:outline-accent aria-pressed:bg-white/20"
          >
            <CircleDot aria-hidden="true" className="size-4" />
            {t("live")}
          </button>
        )}
        <IconButton
          variant="stage"
          label={t("zoomOut")}
          onClick={() => zoomBy(1 / 1.5)}
          disabled={zoom.scale <= 1}
        >
          <ZoomOut aria-hidden="true" className="size-[18px]" />
        </IconButton>
        <output
          aria-label={t("zoom")}
          className="grid min-w-12 place-items-center text-13 text-white tabular-nums"
        >
          {Math.round(zoom.scale * 100)} %
        </output>
        <IconButton variant="stage" label={t("zoomIn")} onClick={() => zoomBy(1.5)}>
          <ZoomIn aria-hidden="true" className="size-[18px]" />
        </IconButton>
      </div>
    </>
  );
}
