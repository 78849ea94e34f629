"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { FilePage } from "@alcoves/core/files/schema";
import type { FolderPath, FolderSummary } from "@alcoves/core/folders/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { useGridSelection } from "../../components/justified-grid/grid-selection.ts";
import { FileSelection } from "../file-grid/file-selection.tsx";
import { FileView } from "../file-grid/file-view.tsx";
import { SelectionBar } from "../file-grid/selection-bar.tsx";
import { withFolders } from "../file-grid/with-folders.ts";
import { TopBar } from "../shell/top-bar.tsx";
import { useUploadTarget } from "../uploads/use-uploads.ts";
import { Breadcrumbs } from "./breadcrumbs.tsx";
import { EmptyFolder } from "./empty-folder.tsx";
import { FolderCell } from "./folder-cell.tsx";
import { NewFolderDialog } from "./new-folder-dialog.tsx";
import { UploadFolderButton } from "./upload-folder-button.tsx";
import { useFolderFiles } from "./use-folder-files.ts";
import { useFolders } from "./use-folders.ts";
import { recallLayout, useLayout } from "./use-layout.ts";
import { useListing } from "./use-listing.ts";
import { ViewMenu } from "./view-menu.tsx";

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
  const [listing, setListing] = useListing();
  const [layout] = useLayout();
  useEffect(recallLayout, []);
  const isTable = layout === "table";
  const { list: files, isLoading } = useFolderFiles({ libraryId, folderId, ...listing }, firstPage);
  const folders = useFolders({ libraryId, folderId }, firstFolders);
  const list = useMemo(() => withFolders(folders, files), [folders, files]);
  const selection = useGridSelection();
  useUploadTarget(
    canAdd ? { libraryId, folderId, name: [library, ...path].map(({ name }) => name).join(" / ") } : null,
  );

  const isEmpty = !isLoading && list.count === 0;

  return (
    <FileSelection {...{ library, selection, list }}>
      <SelectionBar>
        <TopBar>
          <Breadcrumbs libraryId={libraryId} libraryName={library.name} path={path} />
          <ViewMenu listing={listing} onChange={setListing} />
          {canAdd && <NewFolderDialog libraryId={libraryId} parentId={folderId} />}
          {canAdd && <UploadFolderButton />}
        </TopBar>
      </SelectionBar>
      <div className="flex shrink-0 grow flex-col px-5 pt-3 pb-24 max-md:px-3">
        {isEmpty && <EmptyFolder canAdd={canAdd} />}
        <FileView
          library={library}
          label={t("files")}
          list={list}
          table={isTable ? { listing, onChange: setListing } : undefined}
          renderFolder={(folder, cell) => (
            <FolderCell {...{ library, folder, cell, selection }} isRow={isTable} />
          )}
        />
      </div>
    </FileSelection>
  );
}
