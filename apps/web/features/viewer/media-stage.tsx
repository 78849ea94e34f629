"use client";

import type { FileDetails, FileSource } from "@alcoves/core/files/schema";
import { useTranslations } from "next-intl";
import { parseAsInteger, useQueryState } from "nuqs";
import { useEffect, useRef, useState } from "react";
import { FileIcon } from "../files/file-icon.tsx";
import { useShell } from "../shell/shell-context.ts";
import { PlayerControls, StageSelect } from "./player-controls.tsx";
import { isCharacterKey, playerAction } from "./player-keys.ts";
import { usePlayer } from "./use-player.ts";

/** What the stage of a video or sound takes. */
interface MediaStageProps {
  file: FileDetails;
  /** What can be played, best first; not empty. */
  sources: readonly FileSource[];
  isChromeShown: boolean;
  /** No source could be played: the browser lacks the codec, or the bytes are broken. */
  onFailed(): void;
}

/** A player of a video or of sound, with its keys. It starts at `?t=` seconds when the address says so. */
export function MediaStage({ file, sources, isChromeShown, onFailed }: MediaStageProps) {
  const t = useTranslations("viewer");
  const isKeyboardOn = useShell()?.me.isKeyboardOn ?? true;
  const frame = useRef<HTMLDivElement>(null);
  const media = useRef<HTMLVideoElement>(null);
  const [startSeconds] = useQueryState("t", parseAsInteger);
  // By name: a proxy that becomes ready goes first in the list and must not take over what plays.
  const [chosen, setChosen] = useState(sources[0]?.source);
  const place = Math.max(
    0,
    sources.findIndex(({ source: name }) => name === chosen),
  );
  const source = sources[place];
  const { state, act, change } = usePlayer(media, { source: source?.url, fullscreenOf: frame });
  const goOnAt = useRef({ seconds: startSeconds ?? 0, isPlaying: true });

  const choose = (name: string) => {
    goOnAt.current = { seconds: state.seconds, isPlaying: state.isPlaying };
    setChosen(sources.find((candidate) => candidate.source === name)?.source);
  };
  const takeUp = () => {
    const { seconds, isPlaying } = goOnAt.current;
    if (seconds > 0) change({ seconds });
    // A browser may refuse to start with sound before a click; the play button stands there.
    if (isPlaying) void media.current?.play().catch(() => undefined);
  };
  const fail = () => {
    goOnAt.current = { seconds: state.seconds, isPlaying: true };
    const next = sources[place + 1];
    if (next) setChosen(next.source);
    else onFailed();
  };

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

  const isSound = file.kind === "audio";
  return (
    <div ref={frame} className="absolute inset-0 flex flex-col bg-black">
      {isSound && <SoundCover file={file} />}
      {/* biome-ignore lint/a11y/useMediaCaption: captions come with transcripts; there are none yet. */}
      <video
        ref={media}
        key={source?.source}
        src={source?.url}
        poster={isSound ? undefined : file.pictures?.preview}
        aria-label={file.name}
        playsInline
        preload="auto"
        onLoadedMetadata={takeUp}
        onError={fail}
        onClick={() => act({ type: "playPause" })}
        onDoubleClick={() => act({ type: "fullscreen" })}
        className={isSound ? "h-0 w-full" : "absolute inset-0 size-full object-contain"}
      />
      <div
        data-chrome=""
        className={`absolute inset-x-0 bottom-0 bg-gradient-to-t from-black/80 to-transparent pt-10 pb-2 transition-opacity duration-150 motion-reduce:transition-none ${isChromeShown || isSound ? "opacity-100" : "opacity-0 focus-within:opacity-100"}`}
      >
        <PlayerControls {...{ state, act, change }} durationMs={file.durationMs} hasFullscreen={!isSound}>
          {sources.length > 1 && (
            <StageSelect label={t("quality")} value={source?.source ?? ""} onChange={choose}>
              {sources.map(({ source: name }) => (
                <option key={name} value={name}>
                  {t(`source.${name}`)}
                </option>
              ))}
            </StageSelect>
          )}
        </PlayerControls>
      </div>
    </div>
  );
}

function SoundCover({ file }: { file: FileDetails }) {
  return (
    <div className="absolute inset-0 grid place-content-center justify-items-center gap-4 p-6 text-center text-white/80">
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
