"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fileState } from "../files/file-state.ts";
import { BrokenCard } from "./broken-card.tsx";
import { MissingCard } from "./missing-card.tsx";
import { PendingStage } from "./pending-stage.tsx";
import { PhotoStage } from "./photo-stage.tsx";
import { SoundStage } from "./sound-stage.tsx";
import { VideoStage } from "./video-stage.tsx";
import type { ViewedFile, ViewedFiles } from "./viewed-files.ts";

/** What the stage takes. */
interface FileStageProps {
  file: ViewedFile;
  /** Undefined while they load. */
  details: FileDetails | undefined;
  /** Why they could not be loaded; null otherwise. */
  error: { message: string } | null;
  libraryId: string;
  files: ViewedFiles;
  isOfTrash: boolean;
  isChromeShown: boolean;
  onTurn(fileId: string): void;
  onSwipe(direction: 1 | -1): void;
  onClose(): void;
}

/** Shows a file as what it is: a photo, a player, its progress, or what is wrong with it. Mount one for each file. */
export function FileStage({ file, details, error, ...rest }: FileStageProps) {
  const { libraryId, files, isOfTrash, isChromeShown, onTurn, onSwipe, onClose } = rest;
  // A proxy that comes later is worth another try.
  const [failedOf, setFailedOf] = useState(0);
  const isPlayed = file.kind === "video" || file.kind === "audio";
  if (!isPlayed && file.pictures) {
    const preview = details?.animatedUrl ?? file.pictures.preview;
    return <PhotoStage onSwipeDown={onClose} {...{ file, preview, details, isChromeShown, onSwipe }} />;
  }
  if (isOfTrash) return <OfTrash file={file} />;
  if (!details)
    return error ? <MissingCard reason={error.message} onClose={onClose} /> : <Still file={file} />;
  if (isPlayed && details.playback.length > failedOf) {
    const onFailed = () => setFailedOf(details.playback.length);
    if (file.kind === "audio")
      return <SoundStage file={details} {...{ libraryId, files, onTurn, onSwipe, onClose, onFailed }} />;
    return (
      <VideoStage
        file={details}
        sources={details.playback}
        onSwipeDown={onClose}
        {...{ isChromeShown, onSwipe, onFailed }}
      />
    );
  }
  if (fileState(details).kind === "processing") return <PendingStage file={details} />;
  return <BrokenCard file={details} libraryId={libraryId} />;
}

/** The picture of a file whose details are on their way. */
function Still({ file }: { file: ViewedFile }) {
  if (!file.pictures) return null;
  return (
    <img src={file.pictures.preview} alt={file.name} className="absolute inset-0 size-full object-contain" />
  );
}

/** What lies in the trash is not played, and not handed out: its picture, and how it comes back. */
function OfTrash({ file }: { file: ViewedFile }) {
  const t = useTranslations("viewer");
  if (!file.pictures)
    return (
      <p className="absolute inset-0 grid place-items-center p-6 text-center text-white/80">{t("inTrash")}</p>
    );
  return (
    <>
      <Still file={file} />
      <p className="absolute inset-x-0 bottom-[calc(var(--strip)+24px)] text-center text-white/80">
        {t("inTrash")}
      </p>
    </>
  );
}
