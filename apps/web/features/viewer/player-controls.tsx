"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import {
  Captions,
  Maximize,
  Pause,
  PictureInPicture2,
  Play,
  Repeat1,
  SkipBack,
  SkipForward,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { formatDuration } from "../files/format-file.ts";
import { playbackRates } from "./playback-rates.ts";
import type { PlayerAction } from "./player-keys.ts";
import { SeekBar } from "./seek-bar.tsx";
import { StageSelect } from "./stage-select.tsx";
import type { PlayerSettings, PlayerState } from "./use-player.ts";
import { VolumeControl } from "./volume-control.tsx";

/** What the controls take. */
interface PlayerControlsProps {
  state: PlayerState;
  act(action: PlayerAction): void;
  change(settings: PlayerSettings): void;
  /** The length as stored, used until the player knows it. */
  durationMs: number | null;
  hasFullscreen: boolean;
  sprites: FileDetails["sprites"];
  /** Of sound; null for a plain bar. */
  peaks: Uint16Array | null;
  /** To the sound before and after; undefined for a video, whose neighbours are turned to at its sides. */
  queue?: { before: (() => void) | null; after: (() => void) | null };
  /** More controls, as the choice of quality. */
  children?: ReactNode;
}

/** The controls of a player: play, time, volume, speed, and whatever else is given. */
export function PlayerControls({
  state,
  act,
  change,
  durationMs,
  peaks,
  queue,
  ...rest
}: PlayerControlsProps) {
  const t = useTranslations("viewer");
  const duration = state.durationSeconds || (durationMs ?? 0) / 1000;
  const PlayIcon = state.isPlaying ? Pause : Play;
  return (
    <div className="flex flex-wrap items-center gap-x-1 px-2 text-13 text-white tabular-nums max-sm:justify-between">
      {queue && (
        <IconButton
          variant="stage"
          label={t("beforeSound")}
          disabled={!queue.before}
          onClick={() => queue.before?.()}
        >
          <SkipBack aria-hidden="true" className="size-[18px]" />
        </IconButton>
      )}
      <IconButton
        variant="stage"
        label={state.isPlaying ? t("pause") : t("play")}
        onClick={() => act({ type: "playPause" })}
      >
        <PlayIcon aria-hidden="true" className="size-[18px]" />
      </IconButton>
      {queue && (
        <IconButton
          variant="stage"
          label={t("afterSound")}
          disabled={!queue.after}
          onClick={() => queue.after?.()}
        >
          <SkipForward aria-hidden="true" className="size-[18px]" />
        </IconButton>
      )}
      <div className="contents max-sm:order-first max-sm:flex max-sm:basis-full max-sm:flex-wrap max-sm:items-center max-sm:justify-between">
        <span className="px-1.5">{formatDuration(state.seconds * 1000)}</span>
        <SeekBar
          onSeek={(seconds) => change({ seconds })}
          sprites={rest.sprites}
          {...{ state, duration, peaks }}
        />
        {peaks && <span className="flex-1" />}
        <span className="px-1.5">{formatDuration(duration * 1000)}</span>
      </div>
      <VolumeControl {...{ state, act, change }} />
      <StageSelect
        label={t("speed")}
        value={String(state.rate)}
        onChange={(rate) => change({ rate: Number(rate) })}
      >
        {playbackRates.map((rate) => (
          <option key={rate} value={rate}>
            {rate}×
          </option>
        ))}
      </StageSelect>
      <IconButton
        variant="stage"
        label={t("loop")}
        aria-pressed={state.isLooping}
        onClick={() => act({ type: "loop" })}
      >
        <Repeat1 aria-hidden="true" className="size-[18px]" />
      </IconButton>
      {state.captions && (
        <IconButton
          variant="stage"
          label={t("captions")}
          aria-pressed={state.captions === "shown"}
          onClick={() => act({ type: "captions" })}
        >
          <Captions aria-hidden="true" className="size-[18px]" />
        </IconButton>
      )}
      {rest.children}
      {state.hasPictureInPicture && (
        <IconButton
          variant="stage"
          label={t("pictureInPicture")}
          onClick={() => act({ type: "pictureInPicture" })}
          className="max-sm:hidden"
        >
          <PictureInPicture2 aria-hidden="true" className="size-[18px]" />
        </IconButton>
      )}
      {rest.hasFullscreen && (
        <IconButton variant="stage" label={t("fullscreen")} onClick={() => act({ type: "fullscreen" })}>
          <Maximize aria-hidden="true" className="size-[18px]" />
        </IconButton>
      )}
    </div>
  );
}
