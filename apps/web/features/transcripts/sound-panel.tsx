"use client";

import type { Transcript } from "@alcoves/core/transcripts/schema";
import { AudioLines } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useMemo } from "react";
import { Skeleton } from "../../components/skeleton.tsx";
import { formatDuration } from "../files/format-file.ts";
import { SoundStrip } from "./sound-strip.tsx";
import { soundsOf } from "./sounds-of.ts";

/** What the panel takes. */
interface SoundPanelProps {
  /** Undefined while it is loaded. */
  transcript: Transcript | undefined;
  durationMs: number;
  media: RefObject<HTMLMediaElement | null>;
  onSeek(ms: number): void;
}

/** The sounds of a recording, each with where it is heard. */
export function SoundPanel({ transcript, durationMs, media, onSeek }: SoundPanelProps) {
  const t = useTranslations("transcripts.sounds");
  const sounds = useMemo(() => soundsOf(transcript?.cues ?? []), [transcript]);
  if (!transcript) return <Skeleton className="m-4 h-24" />;
  if (sounds.length === 0) {
    return (
      <div className="grid justify-items-center gap-3 px-6 py-10 text-center">
        <AudioLines aria-hidden="true" className="size-8 text-muted" />
        <p className="font-[550]">{t("emptyTitle")}</p>
        <p className="text-13 text-muted">{t("empty")}</p>
      </div>
    );
  }
  return (
    <ul className="min-h-0 flex-1 overflow-y-auto py-1 max-md:overflow-visible">
      {sounds.map((sound) => (
        <li key={sound.label} className="grid gap-1.5 px-4 py-2">
          <p className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 truncate font-[550]">{sound.label}</span>
            <span className="shrink-0 text-13 text-muted tabular-nums">
              {t("facts", { count: sound.places.length, total: formatDuration(sound.totalMs) })}
              {sound.score !== null && ` · ${t("best", { percent: Math.round(sound.score * 100) })}`}
            </span>
          </p>
          <SoundStrip {...{ sound, durationMs, media, onSeek }} />
        </li>
      ))}
    </ul>
  );
}
