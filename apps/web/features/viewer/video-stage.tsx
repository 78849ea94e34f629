"use client";

import type { FileDetails, FileSource } from "@alcoves/core/files/schema";
import { useTranslations } from "next-intl";
import { parseAsInteger, useQueryState } from "nuqs";
import { useEffect, useRef, useState } from "react";
import { FileIcon } from "../files/file-icon.tsx";
import { useShell } from "../shell/shell-context.ts";
import { PlayerControls, StageSelect } from "./player-controls.tsx";
import { isCharacterKey, playerAction } from "./player-keys.ts";
import {
  type Quality,
  qualityValue,
  readQuality,
  recallQuality,
  rememberQuality,
} from "./remembered-quality.ts";
import { usePlayer } from "./use-player.ts";
import { useStream } from "./use-stream.ts";
import { usePeaks } from "./waveform.tsx";

/** What the stage of a video or sound takes. */
interface MediaStageProps {
  file: FileDetails;
  /** What can be played, best first; not empty. */
  sources: readonly FileSource[];
  isChromeShown: boolean;
  /** To the files before and after; null where there is none. */
  queue: { before: (() => void) | null; after: (() => void) | null };
  /** No source could be played: the browser lacks the codec, or the bytes are broken. */
  onFailed(): void;
}

/** A player of a video or of sound, with its keys. It starts at `?t=` seconds when the address says so. */
export function MediaStage({ file, sources, isChromeShown, queue, onFailed }: MediaStageProps) {
  const t = useTranslations("viewer");
  const isKeyboardOn = useShell()?.me.isKeyboardOn ?? true;
  const frame = useRef<HTMLDivElement>(null);
  const media = useRef<HTMLVideoElement>(null);
  const [startSeconds] = useQueryState("t", parseAsInteger);
  // By name: a proxy that becomes ready goes first in the list and must not take over what plays.
  const [chosen, setChosen] = useState<Quality>(() => firstQuality(sources));
  const place = Math.max(
    0,
    sources.findIndex(({ source: name }) => name === chosen.source),
  );
  const source = sources[place];
  const streamUrl = source?.source === "hls" ? source.url : null;
  const { state, act, change } = usePlayer(media, { source: source?.url, fullscreenOf: frame });
  const tried = useRef(new Set<string | undefined>());
  const goOnAt = useRef({ seconds: startSeconds ?? 0, isPlaying: true });

  const choose = (value: string) => {
    goOnAt.current = { seconds: state.seconds, isPlaying: state.isPlaying };
    const quality = readQuality(value);
    rememberQuality(quality);
    setChosen(quality);
  };
  const takeUp = () => {
    const { seconds, isPlaying } = goOnAt.current;
    if (seconds > 0) change({ seconds });
    // A browser may refuse to start with sound before a click; the play button stands there.
    if (isPlaying) void media.current?.play().catch(() => undefined);
  };
  const fail = () => {
    goOnAt.current = { seconds: state.seconds, isPlaying: true };
    tried.current.add(source?.source);
    const next = sources.find(({ source: name }) => !tried.current.has(name));
    if (next) setChosen({ source: next.source, level: null });
    else onFailed();
  };
  const levels = useStream(media, { url: streamUrl, level: chosen.level, onFailed: fail });
  const isSound = file.kind === "audio";
  const level = levels.find((name) => name === chosen.level) ?? null;
  const peaks = usePeaks(isSound ? file.waveformUrl : null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isOwnKey(event)) return;
      if (!isKeyboardOn && isCharacterKey(event.key)) return;
      const action = playerAction(event);
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      act(action);
    };
    // Before the viewer's own keys, of which the arrows turn pages where nothing plays.
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [act, isKeyboardOn]);

  return (
    <div ref={frame} className="absolute inset-0 flex flex-col bg-black">
      {isSound && <SoundCover file={file} />}
      {/* biome-ignore lint/a11y/useMediaCaption: captions come with transcripts; there are none yet. */}
      <video
        ref={media}
        key={source?.source}
        src={streamUrl === null ? source?.url : undefined}
        poster={isSound ? undefined : file.pictures?.preview}
        aria-label={file.name}
        playsInline
        preload="auto"
        onLoadedMetadata={takeUp}
        onError={fail}
        onEnded={() => isSound && queue.after?.()}
        onClick={() => act({ type: "playPause" })}
        onDoubleClick={() => act({ type: "fullscreen" })}
        className={isSound ? "h-0 w-full" : "absolute inset-0 size-full object-contain"}
      />
      <div
        data-chrome=""
        className={`absolute inset-x-0 bottom-0 bg-gradient-to-t from-black/80 to-transparent pt-10 pb-2 transition-opacity duration-150 motion-reduce:transition-none ${isChromeShown || isSound ? "opacity-100" : "opacity-0 focus-within:opacity-100"}`}
      >
        <PlayerControls
          {...{ state, act, change, peaks }}
          durationMs={file.durationMs}
          sprites={file.sprites}
          queue={isSound ? queue : undefined}
          hasFullscreen={!isSound}
        >
          {sources.length > 1 && (
            <StageSelect
              label={t("quality")}
              value={qualityValue({ source: source?.source ?? "", level })}
              onChange={choose}
            >
              {sources.map(({ source: name }) => (
                <option key={name} value={name}>
                  {t(`source.${name}`)}
                </option>
              ))}
              {levels.map((name) => (
                <option key={name} value={qualityValue({ source: "hls", level: name })}>
                  {t("streamLevel", { name })}
                </option>
              ))}
            </StageSelect>
          )}
        </PlayerControls>
      </div>
    </div>
  );
}

/** What was chosen last, where this file has it; else its best. A size that it lacks is left to the line. */
function firstQuality(sources: readonly FileSource[]): Quality {
  const recalled = recallQuality();
  if (recalled && sources.some(({ source }) => source === recalled.source)) return recalled;
  return { source: sources[0]?.source ?? "", level: null };
}

function SoundCover({ file }: { file: FileDetails }) {
  return (
    <div className="absolute inset-x-0 top-14 bottom-36 grid place-content-center justify-items-center gap-4 p-6 text-center text-white/80">
      {file.pictures ? (
        <img
          src={file.pictures.preview}
          alt=""
          className="max-h-[50dvh] max-w-[min(80vw,480px)] rounded-card"
        />
      ) : (
        <FileIcon kind="audio" className="size-20" />
      )}
      <p className="text-15 text-white">{file.name}</p>
    </div>
  );
}

/** Keys that the focused control needs itself: a slider its arrows, a button its Space. */
function isOwnKey({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches("textarea, select, input:not([type=range])")) return true;
  if (target.matches("input[type=range]")) return key.startsWith("Arrow");
  return key === " " && target.matches("button, a, summary");
}
