"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { Repeat } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { FileIcon } from "../files/file-icon.tsx";
import { CaptionTrack } from "../viewer/caption-track.tsx";
import { PlayerControls } from "../viewer/player-controls.tsx";
import { QualitySelect } from "../viewer/quality-select.tsx";
import type { usePlayer } from "../viewer/use-player.ts";
import type { useSources } from "../viewer/use-sources.ts";

/** What the stage takes. */
interface StageProps {
  file: FileDetails;
  frame: RefObject<HTMLDivElement | null>;
  media: RefObject<HTMLVideoElement | null>;
  playing: ReturnType<typeof useSources>;
  player: ReturnType<typeof usePlayer>;
  /** The name of the moment that plays over and over; null for none. */
  looped: string | null;
}

/** The player of the editor: a film, or the cover of a sound. */
export function Stage({ file, frame, media, playing, player, looped }: StageProps) {
  const t = useTranslations("editor");
  const { source, takeUp, fail } = playing;
  const isSound = file.kind === "audio";
  return (
    <div ref={frame} className="dark absolute inset-0 flex flex-col bg-black text-white [color-scheme:dark]">
      <div className="relative min-h-0 flex-1">
        {isSound && (
          <div className="absolute inset-0 grid place-items-center p-6">
            {file.pictures ? (
              <img
                src={file.pictures.preview}
                alt=""
                className="max-h-full max-w-full rounded-card object-contain"
              />
            ) : (
              <FileIcon kind="audio" className="size-16 text-white/60" />
            )}
          </div>
        )}
        {/* biome-ignore lint/a11y/useMediaCaption: the rule does not see the track in CaptionTrack. */}
        <video
          ref={media}
          key={source?.source}
          src={source?.source === "hls" ? undefined : source?.url}
          poster={isSound ? undefined : file.pictures?.preview}
          aria-label={file.name}
          playsInline
          preload="auto"
          onLoadedMetadata={takeUp}
          onError={fail}
          onClick={() => player.act({ type: "playPause" })}
          className={`absolute inset-0 size-full object-contain ${isSound ? "opacity-0" : ""}`}
        >
          <CaptionTrack url={isSound ? null : file.captionsUrl} />
        </video>
        {looped !== null && (
          <p className="absolute top-3 left-3 flex items-center gap-1.5 rounded-full bg-black/65 px-3 py-1 text-13">
            <Repeat aria-hidden="true" className="size-3.5" />
            {t("looping", { name: looped })}
          </p>
        )}
      </div>
      <div className="shrink-0 py-1">
        <PlayerControls
          {...player}
          durationMs={file.durationMs}
          sprites={file.sprites}
          peaks={null}
          hasFullscreen={!isSound}
        >
          <QualitySelect sources={file.playback} playing={playing} />
        </PlayerControls>
      </div>
    </div>
  );
}
