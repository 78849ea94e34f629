"use client";

import { Pause, Play, SkipBack, SkipForward } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../components/icon-button.tsx";
import { formatDuration } from "../files/format-file.ts";
import { SeekBar } from "../viewer/seek-bar.tsx";
import { usePlayer } from "../viewer/use-player.ts";
import { type Playing, useSound, useSoundState } from "./sound.ts";
import { soundBeside } from "./sound-queue.ts";

/** Before, play, after, and where it is. @param durationMs the length as stored, used until the player knows it */
export function MiniControls({ playing, durationMs }: { playing: Playing; durationMs: number | null }) {
  const t = useTranslations("sound");
  const sound = useSound();
  const { hasFailed } = useSoundState();
  const { state, act, change } = usePlayer(sound.media);
  const duration = state.durationSeconds || (durationMs ?? 0) / 1000;
  const hasBeside = (step: 1 | -1) => soundBeside(playing.queue, playing.fileId, step) !== null;
  const PlayIcon = state.isPlaying ? Pause : Play;
  return (
    <div className="flex items-center gap-x-1 text-13 tabular-nums max-md:order-last max-md:col-span-2">
      <IconButton label={t("before")} disabled={!hasBeside(-1)} onClick={() => sound.move(-1)}>
        <SkipBack aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
      </IconButton>
      <IconButton
        label={state.isPlaying ? t("pause") : t("play")}
        disabled={hasFailed}
        onClick={() => act({ type: "playPause" })}
        className="!rounded-full !text-text"
      >
        <PlayIcon aria-hidden="true" className="size-5 fill-current" />
      </IconButton>
      <IconButton label={t("after")} disabled={!hasBeside(1)} onClick={() => sound.move(1)}>
        <SkipForward aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
      </IconButton>
      <span className="px-1.5 text-muted">{formatDuration(state.seconds * 1000)}</span>
      <SeekBar
        onSeek={(seconds) => change({ seconds })}
        sprites={null}
        peaks={null}
        {...{ state, duration }}
      />
      <span className="px-1.5 text-muted">{formatDuration(duration * 1000)}</span>
    </div>
  );
}
