"use client";

import {
  ArrowLeftToLine,
  ArrowRightToLine,
  Magnet,
  MoveHorizontal,
  SplitSquareHorizontal,
  ZoomIn,
  ZoomOut,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useRef } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { formatTime } from "./format-time.ts";
import type { TimelineHandle } from "./timeline.tsx";
import type { EditorActs } from "./use-editor-acts.ts";
import { usePlayhead } from "./use-playhead.ts";

/** What the tools take. */
interface TimelineToolsProps {
  media: RefObject<HTMLVideoElement | null>;
  source: string | undefined;
  timeline: RefObject<TimelineHandle | null>;
  acts: EditorActs;
  mayMake: boolean;
}

const zoomStep = 1.5;
const icon = { "aria-hidden": true, strokeWidth: 1.75, className: "size-[18px]" } as const;

/** What keys do to the timeline, for those who have none: the exact time, marks, the split, snapping and zoom. */
export function TimelineTools({ media, source, timeline, acts, mayMake }: TimelineToolsProps) {
  const t = useTranslations("editor");
  return (
    <div className="flex h-10 items-center gap-0.5 px-3 max-md:px-1">
      <Clock media={media} source={source} />
      {mayMake && (
        <>
          <IconButton label={t("markIn")} onClick={acts.markIn}>
            <ArrowLeftToLine {...icon} />
          </IconButton>
          <IconButton label={t("markOut")} onClick={acts.markOut}>
            <ArrowRightToLine {...icon} />
          </IconButton>
          <IconButton label={t("split")} onClick={acts.split}>
            <SplitSquareHorizontal {...icon} />
          </IconButton>
          <IconButton
            label={t("snap")}
            aria-pressed={acts.isSnapping}
            onClick={acts.toggleSnap}
            className="aria-pressed:text-accent-text"
          >
            <Magnet {...icon} />
          </IconButton>
        </>
      )}
      <span className="flex-1" />
      <IconButton label={t("zoomOut")} onClick={() => timeline.current?.zoom(1 / zoomStep)}>
        <ZoomOut {...icon} />
      </IconButton>
      <IconButton label={t("zoomIn")} onClick={() => timeline.current?.zoom(zoomStep)}>
        <ZoomIn {...icon} />
      </IconButton>
      <IconButton label={t("fit")} onClick={() => timeline.current?.fit()}>
        <MoveHorizontal {...icon} />
      </IconButton>
    </div>
  );
}

/** Where it plays, to the millisecond; written past React, for it changes with every frame. */
function Clock({ media, source }: Pick<TimelineToolsProps, "media" | "source">) {
  const text = useRef<HTMLSpanElement>(null);
  usePlayhead(media, {
    source,
    onMove(ms) {
      if (text.current) text.current.textContent = formatTime(ms);
    },
  });
  return (
    <span ref={text} data-testid="clock" className="mr-2 w-[92px] text-14 tabular-nums">
      {formatTime(0)}
    </span>
  );
}
