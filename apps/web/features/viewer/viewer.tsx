"use client";

import type { FileKind } from "@alcoves/core/files/schema";
import type { SetMarks } from "@alcoves/core/marks/schema";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { type ReactNode, useRef, useState } from "react";
import { ratingOfKey } from "../marks/ratings.ts";
import { useMarks } from "../marks/use-marks.ts";
import { useSoundOfViewer } from "../sound/use-sound-of-viewer.ts";
import { useTrash } from "../trash/use-trash.ts";
import { FileStage } from "./file-stage.tsx";
import { Filmstrip } from "./filmstrip.tsx";
import { InfoPanel } from "./info-panel.tsx";
import { MissingCard } from "./missing-card.tsx";
import { recallInfoPanel, rememberInfoPanel } from "./remembered-info-panel.ts";
import { ShortcutList } from "./shortcut-list.tsx";
import { useChrome } from "./use-chrome.ts";
import { useFileDetails } from "./use-file-details.ts";
import { useKeys } from "./use-keys.ts";
import { useTurning } from "./use-turning.ts";
import type { ViewedFiles } from "./viewed-files.ts";
import { TurnButtons, ViewerBar } from "./viewer-bar.tsx";

/** What the viewer takes. */
export interface ViewerProps {
  libraryId: string;
  /** The open file; null closes the viewer. One that is not among the files opens alone. */
  fileId: string | null;
  /** The files of the page, which it pages through; keep the object while they are the same. */
  files: ViewedFiles;
  onTurn(fileId: string): void;
  onClose(): void;
  /** The viewer is gone: the focus goes back to the tile of the file that was open last. */
  onClosed(fileId: string): void;
  /** They lie in the trash: their pictures are shown, and nothing else of them. */
  isOfTrash?: boolean;
  /**
   * What the page can do with the open file, as icon buttons of the kind "stage", in the bar at the top.
   * @param leave turns to another file, or closes: the open one goes
   */
  actions?: (fileId: string, leave: () => void) => ReactNode;
}

const isPlayed = (kind: FileKind) => kind === "video" || kind === "audio";

/** What one thinks of a file. */
type OwnMarks = Pick<SetMarks, "isFavourite" | "rating">;

/** The overlay that shows one file after another over the grid. Always dark. */
export function Viewer(props: ViewerProps) {
  const { fileId, onClose, onClosed } = props;
  const content = useRef<HTMLDivElement>(null);
  const lastFileId = useRef<string | null>(null);
  if (fileId !== null) lastFileId.current = fileId;
  return (
    <Dialog.Root open={fileId !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Content
          ref={content}
          data-viewer=""
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            content.current?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (lastFileId.current !== null) onClosed(lastFileId.current);
          }}
          // Undo in a message over the viewer does not close it.
          onInteractOutside={(event) => {
            if (event.target instanceof Element && event.target.closest("[data-sonner-toaster]"))
              event.preventDefault();
          }}
          className="dark fixed inset-0 z-50 flex bg-black text-white outline-none [color-scheme:dark]"
        >
          {fileId !== null && <ViewerContent {...props} fileId={fileId} />}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function ViewerContent({ libraryId, fileId, files, ...on }: ViewerProps & { fileId: string }) {
  const { onTurn, onClose, actions, isOfTrash = false } = on;
  const t = useTranslations("viewer");
  const chrome = useChrome();
  const [isInfoOpen, setInfoOpen] = useState(recallInfoPanel);
  const [areShortcutsOpen, setShortcutsOpen] = useState(false);
  const { details, error } = useFileDetails({ libraryId, fileId: isOfTrash ? null : fileId });
  const { index, file: listed, turn } = useTurning(files, fileId, onTurn);
  const file = listed ?? details;
  useSoundOfViewer(file?.kind);

  const openInfo = (isOpen: boolean) => {
    rememberInfoPanel(isOpen);
    setInfoOpen(isOpen);
  };
  const toggleShortcuts = () => setShortcutsOpen(!areShortcutsOpen);
  const { trash } = useTrash(libraryId);
  const leave = () => (turn(1) ?? turn(-1) ?? onClose)();
  const throwAway = details?.mayTrash
    ? () => {
        leave();
        trash([fileId]);
      }
    : null;
  const { setMarks } = useMarks(libraryId);
  const mark = details && ((marks: OwnMarks) => setMarks({ fileIds: [fileId], ...marks }));
  const toggleFavourite = details && mark ? () => mark({ isFavourite: !details.isFavourite }) : null;
  useKeys(({ key, ctrlKey, metaKey, altKey }) => {
    chrome.show();
    if (ctrlKey || metaKey || altKey) return null;
    const rating = ratingOfKey(key);
    if (rating !== undefined && mark) return () => mark({ rating });
    const acts: Record<string, (() => void) | null> = {
      ArrowLeft: turn(-1),
      ArrowRight: turn(1),
      PageUp: turn(-1),
      PageDown: turn(1),
      Delete: throwAway,
      i: isOfTrash ? null : () => openInfo(!isInfoOpen),
      f: toggleFavourite,
      // F fills the screen with what is played.
      F: toggleFavourite,
      "?": toggleShortcuts,
    };
    return (Object.hasOwn(acts, key) && acts[key]) || null;
  }, "last");

  const place = index + 1;
  const hasStrip = index !== -1 && files.count !== 1;
  return (
    <div
      className={`flex min-w-0 flex-1 max-md:flex-col ${hasStrip ? "[--strip:72px] [@media(orientation:landscape)_and_(max-height:500px)]:[--strip:0px]" : "[--strip:0px]"}`}
      {...chrome.handlers}
    >
      <Dialog.Title className="sr-only">{file?.name ?? t("title")}</Dialog.Title>
      <div
        className={`relative min-h-0 min-w-0 flex-1 overflow-hidden ${chrome.isShown ? "" : "cursor-none"}`}
      >
        {file ? (
          <FileStage
            key={fileId}
            onSwipe={(step) => turn(step)?.()}
            isChromeShown={chrome.isShown}
            {...{ file, details, error, libraryId, files, isOfTrash, onTurn, onClose }}
          />
        ) : (
          error && <MissingCard reason={error.message} onClose={onClose} />
        )}
        <ViewerBar
          name={file?.name ?? ""}
          place={
            index === -1
              ? null
              : files.count === null
                ? `${place}`
                : t("place", { place, total: files.count })
          }
          downloadUrl={details?.downloadUrl}
          editorHref={details && isPlayed(details.kind) ? `/l/${libraryId}/edit/${fileId}` : null}
          actions={actions?.(fileId, leave)}
          isInfoOpen={isInfoOpen}
          isShown={chrome.isShown}
          isFavourite={details?.isFavourite ?? false}
          onFavourite={toggleFavourite}
          onTrash={throwAway}
          onInfo={isOfTrash ? null : () => openInfo(!isInfoOpen)}
          onShortcuts={toggleShortcuts}
          onClose={onClose}
        />
        <TurnButtons isShown={chrome.isShown} onBefore={turn(-1)} onAfter={turn(1)} />
        {hasStrip && <Filmstrip isShown={chrome.isShown} {...{ files, index, onTurn }} />}
        {areShortcutsOpen && <ShortcutList onClose={() => setShortcutsOpen(false)} />}
      </div>
      {isInfoOpen && file && !isOfTrash && (
        <InfoPanel file={details} libraryId={libraryId} onClose={() => openInfo(false)} />
      )}
    </div>
  );
}
