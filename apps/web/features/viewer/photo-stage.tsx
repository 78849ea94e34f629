"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { CircleDot } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef, useState } from "react";
import { thumbhashUrl } from "../../components/thumbhash-image/thumbhash-url.ts";
import { LiveClip } from "./live-clip.tsx";
import { SharpPicture } from "./sharp-picture.tsx";
import { useGestures } from "./use-gestures.ts";
import { useKeys } from "./use-keys.ts";
import { usePressAndHold } from "./use-press-and-hold.ts";
import { useZoom } from "./use-zoom.ts";
import type { ViewedFile } from "./viewed-files.ts";
import { ZoomControls, zoomStep } from "./zoom-controls.tsx";

/** How far an arrow moves a picture that is zoomed in, px. */
const panStepPx = 80;

/** What the stage of a photo takes. */
interface PhotoStageProps {
  file: ViewedFile;
  preview: string;
  /** Undefined while they load. */
  details: FileDetails | undefined;
  isChromeShown: boolean;
  onSwipe(direction: 1 | -1): void;
  onSwipeDown(): void;
}

/** A photo over its placeholder, to be zoomed and moved; zoomed in, it becomes sharp. The clip of a live photo plays over it. */
export function PhotoStage({ file, preview, details, isChromeShown, ...swipes }: PhotoStageProps) {
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
  const zoomer = useZoom(stage, picture);
  const { zoom, fit } = zoomer;
  const { drag, handlers } = useGestures(zoomer, swipes);
  useZoomKeys(zoomer);

  const clip = details?.clip ?? null;
  const [isLive, setLive] = useState(false);
  const [isHovered, setHovered] = useState(false);
  const endLive = useCallback(() => setLive(false), []);
  const hold = usePressAndHold({ onHold: () => setLive(true), onRelease: endLive });
  const hover = (isOver: boolean) => {
    setHovered(isOver);
    setLive(isOver);
  };

  const wasZoomed = useRef(false);
  if (zoom.scale > 1) wasZoomed.current = true;
  const isLarger = natural !== null && picture.widthPx > natural.widthPx;
  const sharpUrl = wasZoomed.current && isLarger && !details?.animatedUrl ? details?.zoomUrl : null;
  const placeholder = thumbhashUrl(file.thumbhash);
  const [xPx, yPx] = [zoom.xPx + (drag?.xPx ?? 0), zoom.yPx + (drag?.yPx ?? 0)];
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
            transform: `translate(-50%, -50%) translate(${xPx}px, ${yPx}px) scale(${zoom.scale})`,
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
          {sharpUrl && <SharpPicture url={sharpUrl} />}
          {isLive && clip && <LiveClip clip={clip} onEnd={endLive} />}
        </div>
      </div>
      <div
        data-chrome=""
        className={`absolute bottom-[calc(var(--strip)+16px)] left-1/2 flex -translate-x-1/2 gap-1 rounded-full bg-black/60 p-1 transition-opacity duration-150 motion-reduce:transition-none ${isChromeShown ? "opacity-100" : "opacity-0 pointer-coarse:pointer-events-none focus-within:opacity-100"}`}
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
        <ZoomControls {...zoomer} />
      </div>
    </>
  );
}

/** + and − zoom, 0 shows the whole picture again; 0 and arrows are left to the viewer while it is whole. */
function useZoomKeys({ zoom, zoomBy, panBy, reset }: ReturnType<typeof useZoom>) {
  const pan = (x: number, y: number) =>
    zoom.scale > 1 ? () => panBy({ xPx: x * panStepPx, yPx: y * panStepPx }) : null;
  useKeys(({ key, ctrlKey, metaKey, altKey }) => {
    if (ctrlKey || metaKey || altKey) return null;
    const actions: Record<string, (() => void) | null> = {
      "+": () => zoomBy(zoomStep),
      "=": () => zoomBy(zoomStep),
      "-": () => zoomBy(1 / zoomStep),
      "0": zoom.scale > 1 ? reset : null,
      ArrowLeft: pan(1, 0),
      ArrowRight: pan(-1, 0),
      ArrowUp: pan(0, 1),
      ArrowDown: pan(0, -1),
    };
    return (Object.hasOwn(actions, key) && actions[key]) || null;
  }, "first");
}
