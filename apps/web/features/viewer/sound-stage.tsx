"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { AudioLines, PanelBottomClose } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsInteger, useQueryState } from "nuqs";
import { useEffect, useEffectEvent, useMemo } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { FileIcon } from "../files/file-icon.tsx";
import { pageUnderViewer } from "../sound/page-under-viewer.ts";
import { useSound, useSoundState } from "../sound/sound.ts";
import { soundBeside, soundsAround } from "../sound/sound-queue.ts";
import { PlayerControls } from "./player-controls.tsx";
import { type PlayerAction, playerAction } from "./player-keys.ts";
import { UpNext } from "./up-next.tsx";
import { useKeys } from "./use-keys.ts";
import { usePlayer } from "./use-player.ts";
import { useSwipes } from "./use-swipes.ts";
import type { ViewedFiles } from "./viewed-files.ts";
import { usePeaks } from "./waveform.tsx";

/** What the stage of a sound takes. */
interface SoundStageProps {
  file: FileDetails;
  libraryId: string;
  /** The sounds among them are the queue. */
  files: ViewedFiles;
  onTurn(fileId: string): void;
  onSwipe(direction: 1 | -1): void;
  onClose(): void;
  /** No source could be played: the browser lacks the codec, or the bytes are broken. */
  onFailed(): void;
}

/** What only a film has. */
const ofFilms: readonly PlayerAction["type"][] = ["fullscreen", "pictureInPicture", "captions", "stepFrame"];

/** A sound with its cover, its waveform and what plays next. The app plays it: it goes on when the viewer closes. */
export function SoundStage({ file, libraryId, files, onTurn, onClose, ...on }: SoundStageProps) {
  const t = useTranslations("viewer");
  const sound = useSound();
  const { playing, hasFailed, isEven } = useSoundState();
  const [startSeconds] = useQueryState("t", parseAsInteger);
  const { fileId } = file;
  const isShown = playing?.fileId === fileId;
  const queue = useMemo(() => soundsAround(files, fileId), [files, fileId]);
  const { state, act, change } = usePlayer(sound.media);
  const peaks = usePeaks(file.waveformUrl);

  const turnTo = useEffectEvent(onTurn);
  const show = useEffectEvent(() =>
    sound.showInViewer(
      { libraryId, fileId, queue, pageHref: pageUnderViewer(window.location), startSeconds },
      (next) => turnTo(next),
    ),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file or queue is shown anew.
  useEffect(() => show(), [fileId, queue]);
  const fail = useEffectEvent(on.onFailed);
  useEffect(() => {
    if (isShown && hasFailed) fail();
  }, [isShown, hasFailed]);
  useKeys((event) => {
    const action = playerAction(event);
    return action && !ofFilms.includes(action.type) ? () => act(action) : null;
  }, "first");

  const swipes = useSwipes({ onSwipe: on.onSwipe, onSwipeDown: onClose });
  const move = (step: 1 | -1) => (soundBeside(queue, fileId, step) ? () => sound.move(step) : null);
  return (
    <div className="absolute inset-0 flex flex-col bg-black pt-14 pb-[var(--strip)]">
      <div className="flex min-h-0 flex-1 items-center justify-center gap-12 p-6 max-lg:flex-col max-lg:gap-6 max-lg:px-14">
        <div {...swipes} className="min-h-0 touch-none">
          <Cover file={file} />
        </div>
        <UpNext queue={queue} fileId={fileId} onTurn={onTurn} />
      </div>
      <div data-chrome="" className="pb-2">
        <PlayerControls
          {...{ state, act, change, peaks }}
          durationMs={file.durationMs}
          sprites={null}
          queue={{ before: move(-1), after: move(1) }}
          hasFullscreen={false}
        >
          {file.loudnessLufs !== null && (
            <IconButton
              variant="stage"
              label={t("evenLoudness")}
              aria-pressed={isEven}
              onClick={() => sound.setEven(!isEven)}
            >
              <AudioLines aria-hidden="true" className="size-[18px]" />
            </IconButton>
          )}
          <IconButton
            variant="stage"
            label={t("toBar")}
            onClick={() => {
              sound.toBar();
              onClose();
            }}
          >
            <PanelBottomClose aria-hidden="true" className="size-[18px]" />
          </IconButton>
        </PlayerControls>
      </div>
    </div>
  );
}

/** The picture of a sound, with what it is called and who made it. */
function Cover({ file }: { file: FileDetails }) {
  const { pictures, name, title, artist, album } = file;
  const by = [artist, album].filter((part) => part !== null).join(" · ");
  return (
    <div className="grid min-h-0 justify-items-center gap-4 text-center text-white/80">
      {pictures ? (
        <img
          src={pictures.preview}
          alt=""
          className="max-h-[min(46dvh,440px)] min-h-0 max-w-[min(70vw,440px)] rounded-card object-contain max-lg:max-h-[26dvh]"
        />
      ) : (
        <span className="grid size-44 place-items-center rounded-card bg-white/5 max-lg:size-28">
          <FileIcon kind="audio" className="size-16 text-white/60 max-lg:size-12" />
        </span>
      )}
      <div>
        <p className="break-words font-[550] text-18 text-white">{title ?? name}</p>
        {by && <p className="text-14">{by}</p>}
      </div>
    </div>
  );
}
