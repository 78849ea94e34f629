"use client";

import type { FileDetails, FileSummary } from "@alcoves/core/files/schema";
import { useState } from "react";
import { fileState } from "../files/file-state.ts";
import { BrokenCard } from "./broken-card.tsx";
import { MediaStage } from "./media-stage.tsx";
import { PendingStage } from "./pending-stage.tsx";
import { PhotoStage } from "./photo-stage.tsx";

/** What the stage takes. */
interface FileStageProps {
  file: FileSummary;
  /** Undefined while they load. */
  details: FileDetails | undefined;
  libraryId: string;
  isChromeShown: boolean;
  /** To the files before and after; null where there is none. */
  queue: { before: (() => void) | null; after: (() => void) | null };
  onSwipe(direction: 1 | -1): void;
  onSwipeDown(): void;
}

/** Shows a file as what it is: a photo, a player, its progress, or what is wrong with it. Mount one for each file. */
export function FileStage({ file, details, libraryId, isChromeShown, queue, ...on }: FileStageProps) {
  // A proxy that comes later is worth another try.
  const [failedOf, setFailedOf] = useState(0);
  const isPlayed = file.kind === "video" || file.kind === "audio";
  if (!isPlayed && file.pictures) {
    const shown = details?.animatedUrl ?? file.pictures.preview;
    return <PhotoStage preview={shown} clip={details?.clip ?? null} {...{ file, isChromeShown, ...on }} />;
  }
  if (!details) return <Still file={file} />;
  if (isPlayed && details.playback.length > failedOf) {
    return (
      <MediaStage
        file={details}
        sources={details.playback}
        isChromeShown={isChromeShown}
        queue={queue}
        onFailed={() => setFailedOf(details.playback.length)}
      />
    );
  }
  if (fileState(details).kind === "processing") return <PendingStage file={details} />;
  return <BrokenCard file={details} libraryId={libraryId} />;
}

/** The picture of a file whose details are on their way. */
function Still({ file }: { file: FileSummary }) {
  if (!file.pictures) return null;
  return (
    <img src={file.pictures.preview} alt={file.name} className="absolute inset-0 size-full object-contain" />
  );
}
