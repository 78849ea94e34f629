"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { FilePage } from "@alcoves/core/files/schema";
import type { FolderPath, FolderSummary } from "@alcoves/core/folders/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef } from "react";
import { type GridHandle, JustifiedGrid } from "../../components/justified-grid/justified-grid.tsx";
import { ratioOf } from "../files/picture-srcset.ts";
import { TopBar } from "../shell/top-bar.tsx";
import { useUploadTarget } from "../uploads/use-uploads.ts";
import { useOpenFile } from "../viewer/use-open-file.ts";
import { pagedFiles } from "../viewer/viewed-files.ts";
import { Viewer } from "../viewer/viewer.tsx";
import { Breadcrumbs } from "./breadcrumbs.tsx";
import { DayHeading } from "./day-heading.tsx";
import { EmptyFolder } from "./empty-folder.tsx";
import { FileTile } from "./file-tile.tsx";
import { FolderCards } from "./folder-cards.tsx";
import { groupByDay } from "./group-by-day.ts";
import { NewFolderDialog } from "./new-folder-dialog.tsx";
import { UploadFolderButton } from "./upload-folder-button.tsx";
import { useFolderFiles } from "./use-folder-files.ts";
import { useFolders } from "./use-folders.ts";

/** What the first load brings. */
export interface BrowseProps {
  library: LibrarySummary;
  folderId: string | null;
  path: FolderPath;
  folders: FolderSummary[];
  firstPage: FilePage;
}

/** A folder of a library: its folders, then its files by day, and the viewer over them. */
export function Browse({ library, folderId, path, folders: firstFolders, firstPage }: BrowseProps) {
  const t = useTranslations("browse");
  const { libraryId } = library;
  const canAdd = isAllowed(library, "upload files");
  const { files, hasMore, loadMore } = useFolderFiles({ libraryId, folderId }, firstPage);
  const folders = useFolders({ libraryId, folderId }, firstFolders);
  const viewer = useOpenFile();
  const grid = useRef<GridHandle>(null);
  useUploadTarget(
    canAdd ? { libraryId, folderId, name: [library, ...path].map(({ name }) => name).join(" / ") } : null,
  );

  const viewed = useMemo(() => pagedFiles(files, hasMore, loadMore), [files, hasMore, loadMore]);
  const days = useMemo(() => groupByDay(files), [files]);
  const sections = useMemo(
    () => days.map(({ day, files: ofDay }) => ({ key: day, ratios: ofDay.map(ratioOf) })),
    [days],
  );
  const focusTile = useCallback(
    (fileId: string) => {
      const index = files.findIndex((file) => file.fileId === fileId);
      if (index !== -1) grid.current?.focus(index);
    },
    [files],
  );
  const isEmpty = files.length === 0 && folders.length === 0;

  return (
    <>
      <TopBar>
        <Breadcrumbs libraryId={libraryId} libraryName={library.name} path={path} />
        {canAdd && <NewFolderDialog libraryId={libraryId} parentId={folderId} />}
        {canAdd && <UploadFolderButton />}
      </TopBar>
      <div className="flex shrink-0 grow flex-col px-5 pt-3 pb-24 max-md:px-3">
        <FolderCards libraryId={libraryId} folders={folders} />
        {isEmpty ? (
          <EmptyFolder canAdd={canAdd} />
        ) : (
          files.length > 0 && (
            <JustifiedGrid
              label={t("files")}
              handle={grid}
              sections={sections}
              onEndNear={loadMore}
              renderHeading={(section) => {
                const group = days[section];
                const isWhole = section < days.length - 1 || !hasMore;
                return group && <DayHeading day={group.day} count={isWhole ? group.files.length : null} />;
              }}
              renderCell={(cell) => {
                const file = files[cell.index];
                return (
                  file && <FileTile file={file} cell={cell} libraryId={libraryId} onOpen={viewer.open} />
                );
              }}
            />
          )
        )}
        <Viewer
          fileId={viewer.fileId}
          files={viewed}
          libraryId={libraryId}
          onTurn={viewer.turnTo}
          onClose={viewer.close}
          onClosed={focusTile}
        />
      </div>
    </>
  );
}
