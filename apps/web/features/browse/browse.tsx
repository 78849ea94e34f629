"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { FilePage } from "@alcoves/core/files/schema";
import type { FolderPath, FolderSummary } from "@alcoves/core/folders/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { useTranslations } from "next-intl";
import { useGridSelection } from "../../components/justified-grid/grid-selection.ts";
import { FileView } from "../file-grid/file-view.tsx";
import { SelectionBar } from "../file-grid/selection-bar.tsx";
import { TopBar } from "../shell/top-bar.tsx";
import { useUploadTarget } from "../uploads/use-uploads.ts";
import { Breadcrumbs } from "./breadcrumbs.tsx";
import { EmptyFolder } from "./empty-folder.tsx";
import { FolderCards } from "./folder-cards.tsx";
import { NewFolderDialog } from "./new-folder-dialog.tsx";
import { UploadFolderButton } from "./upload-folder-button.tsx";
import { useFolderFiles } from "./use-folder-files.ts";
import { useFolders } from "./use-folders.ts";
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
  const { list, isLoading } = useFolderFiles({ libraryId, folderId, ...listing }, firstPage);
  const folders = useFolders({ libraryId, folderId }, firstFolders);
  const selection = useGridSelection();
  useUploadTarget(
    canAdd ? { libraryId, folderId, name: [library, ...path].map(({ name }) => name).join(" / ") } : null,
  );

  const isEmpty = !isLoading && list.count === 0 && folders.length === 0;

  return (
    <>
      <SelectionBar {...{ library, selection, list }}>
        <TopBar>
          <Breadcrumbs libraryId={libraryId} libraryName={library.name} path={path} />
          <ViewMenu listing={listing} onChange={setListing} />
          {canAdd && <NewFolderDialog libraryId={libraryId} parentId={folderId} />}
          {canAdd && <UploadFolderButton />}
        </TopBar>
      </SelectionBar>
      <div className="flex shrink-0 grow flex-col px-5 pt-3 pb-24 max-md:px-3">
        <FolderCards library={library} folders={folders} />
        {isEmpty && <EmptyFolder canAdd={canAdd} />}
        <FileView library={library} label={t("files")} list={list} selection={selection} />
      </div>
    </>
  );
}
