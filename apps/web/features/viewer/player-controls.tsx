"use client";

import { Maximize, Pause, Play, Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { formatDuration } from "../files/format-file.ts";
import type { PlayerAction } from "./player-keys.ts";
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
  children,
}: PlayerControlsProps) {
  const t = useTranslations("viewer");
  const duration = state.durationSeconds || (durationMs ?? 0) / 1000;
  const PlayIcon = state.isPlaying ? Pause : Play;
  const VolumeIcon = state.isMuted || state.volume === 0 ? VolumeX : Volume2;
  return (
    <div className="flex flex-wrap items-center gap-x-1 px-2 text-13 text-white tabular-nums">
      <IconButton
        variant="stage"
        label={state.isPlaying ? t("pause") : t("play")}
        onClick={() => act({ type: "playPause" })}
      >
        <PlayIcon aria-hidden="true" className="size-[18px]" />
      </IconButton>
      <span className="px-1.5">{formatDuration(state.seconds * 1000)}</span>
      <SeekBar state={state} duration={duration} onSeek={(seconds) => change({ seconds })} />
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

function SeekBar({
  state,
  duration,
  onSeek,
}: {
  state: PlayerState;
  duration: number;
  onSeek(seconds: number): void;
}) {
  const t = useTranslations("viewer");
  const share = (seconds: number) => (duration > 0 ? Math.min(100, (seconds / duration) * 100) : 0);
  return (
    <span className="relative flex h-10 min-w-24 flex-1 items-center">
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-x-0 h-1 overflow-hidden rounded-full bg-white/25"
      >
        <span
          className="absolute inset-y-0 left-0 bg-white/25"
          style={{ width: `${share(state.loadedSeconds)}%` }}
        />
        <span className="absolute inset-y-0 left-0 bg-accent" style={{ width: `${share(state.seconds)}%` }} />
      </span>
      <input
        type="range"
        min={0}
        max={duration || 1}
        step="any"
        value={Math.min(state.seconds, duration || 1)}
        aria-label={t("seek")}
        aria-valuetext={t("position", {
          time: formatDuration(state.seconds * 1000),
          length: formatDuration(duration * 1000),
        })}
        onChange={(event) => onSeek(Number(event.target.value))}
        className="peer absolute inset-0 w-full cursor-pointer opacity-0"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute size-3 -translate-x-1/2 rounded-full bg-accent peer-focus-visible:outline-2 peer-focus-visible:outline-white peer-focus-visible:outline-offset-2"
        style={{ left: `${share(state.seconds)}%` }}
      />
    </span>
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
