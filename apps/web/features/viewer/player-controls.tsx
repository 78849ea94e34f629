"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { Maximize, Pause, Play, SkipBack, SkipForward, Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { formatDuration } from "../files/format-file.ts";
import type { PlayerAction } from "./player-keys.ts";
import { SeekBar } from "./seek-bar.tsx";
import type { PlayerState } from "./use-player.ts";

const rates = [0.5, 0.75, 1, 1.25, 1.5, 2];

/** What the controls take. */
interface PlayerControlsProps {
  state: PlayerState;
  act(action: PlayerAction): void;
  change(settings: { seconds?: number; volume?: number; rate?: number }): void;
  /** The length as stored, used until the player knows it. */
  durationMs: number | null;
  hasFullscreen: boolean;
  sprites: FileDetails["sprites"];
  /** Of sound; null for a plain bar. */
  peaks: Uint16Array | null;
  /** To the sound or video before and after; undefined for a video, whose neighbours are turned to at its sides. */
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
  hasFullscreen,
  sprites,
  peaks,
  queue,
  children,
}: PlayerControlsProps) {
  const t = useTranslations("viewer");
  const duration = state.durationSeconds || (durationMs ?? 0) / 1000;
  const PlayIcon = state.isPlaying ? Pause : Play;
  const VolumeIcon = state.isMuted || state.volume === 0 ? VolumeX : Volume2;
  return (
    <div className="flex flex-wrap items-center gap-x-1 px-2 text-13 text-white tabular-nums">
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
      <span className="px-1.5">{formatDuration(state.seconds * 1000)}</span>
      <SeekBar onSeek={(seconds) => change({ seconds })} {...{ state, duration, sprites, peaks }} />
      {peaks && <span className="flex-1" />}
      <span className="px-1.5">{formatDuration(duration * 1000)}</span>
      <IconButton
        variant="stage"
        label={state.isMuted ? t("unmute") : t("mute")}
        aria-pressed={state.isMuted}
        onClick={() => act({ type: "mute" })}
      >
        <VolumeIcon aria-hidden="true" className="size-[18px]" />
      </IconButton>
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={state.isMuted ? 0 : state.volume}
        aria-label={t("volume")}
        onChange={(event) => change({ volume: Number(event.target.value) })}
        className="w-20 accent-accent max-sm:hidden"
      />
      <StageSelect
        label={t("speed")}
        value={String(state.rate)}
        onChange={(rate) => change({ rate: Number(rate) })}
      >
        {rates.map((rate) => (
          <option key={rate} value={rate}>
            {rate}×
          </option>
        ))}
      </StageSelect>
      {children}
      {hasFullscreen && (
        <IconButton variant="stage" label={t("fullscreen")} onClick={() => act({ type: "fullscreen" })}>
          <Maximize aria-hidden="true" className="size-[18px]" />
        </IconButton>
      )}
    </div>
  );
}

/** A quiet choice on a dark stage. */
export function StageSelect({
  label,
  value,
  onChange,
  children,
}: {
  label: string;
  value: string;
  onChange(value: string): void;
  children: ReactNode;
}) {
  return (
    <select
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="h-8 cursor-pointer appearance-none rounded-control bg-transparent px-2 text-13 text-white hover:bg-white/15 focus-visible:outline-2 focus-visible:outline-accent [&>option]:bg-raised"
    >
      {children}
    </select>
  );
}
