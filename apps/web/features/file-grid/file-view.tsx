"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { type ReactNode, type RefObject, useCallback, useRef } from "react";
import type { GridCell } from "../../components/justified-grid/justified-grid.tsx";
import type { GridHandle } from "../../components/justified-grid/use-grid-handle.ts";
import { ShareFileButton } from "../shares/share-file-button.tsx";
import { useOpenFile } from "../viewer/use-open-file.ts";
import { Viewer, type ViewerProps } from "../viewer/viewer.tsx";
import { FileGrid, type GridFrame } from "./file-grid.tsx";
import type { FileList, ListedFolder } from "./file-list.ts";
import { usePageSelection } from "./selection-acts.tsx";
import { SelectionMenu } from "./selection-menu.tsx";
import type { Sorting } from "./table-head.tsx";

/** What the files of a page take. */
interface FileViewProps extends Pick<ViewerProps, "isOfTrash" | "actions"> {
  library: LibrarySummary;
  /** What the grid is called. */
  label: string;
  list: FileList;
  /** Another file is the first in view. */
  onView?: (index: number) => void;
  /** Draws a folder, where the page lists some. */
  renderFolder?: (folder: ListedFolder, cell: GridCell) => ReactNode;
  /** Shows a table of what can be selected, sorted by its heads; absent for tiles. */
  table?: Sorting | undefined;
  /** Gets the grid, to go to a place in it. */
  grid?: RefObject<GridHandle | null>;
  /** The open file, where the page opens files from elsewhere too. */
  viewer?: ReturnType<typeof useOpenFile>;
  /** Days and bare tiles unless the page has others. */
  frame?: GridFrame;
}

/** The files of a page in the grid, with the viewer over them; closed, it gives the focus back to the tile of what was seen last. */
export function FileView(props: FileViewProps) {
  const {
    library,
    label,
    list,
    onView,
    grid,
    viewer: given,
    renderFolder,
    table,
    frame,
    ...ofViewer
  } = props;
  const { libraryId } = library;
  const ownViewer = useOpenFile();
  const viewer = given ?? ownViewer;
  const own = useRef<GridHandle>(null);
  const handle = grid ?? own;
  const focusTile = useCallback(
    (fileId: string) => {
      const index = list.indexOf(fileId);
      if (index !== -1) handle.current?.focus(index);
    },
    [list, handle],
  );
  const tiles = (
    <FileGrid
      {...{ libraryId, label, list, handle, renderFolder, table, frame }}
      selection={usePageSelection()}
      onOpen={viewer.open}
      {...(onView ? { onView } : {})}
    />
  );
  return (
    <>
      {list.sections.length > 0 && <SelectionMenu list={list}>{tiles}</SelectionMenu>}
      <Viewer
        fileId={viewer.fileId}
        files={list.files}
        {...ofViewer}
        actions={(fileId, leave) => (
          <>
            {ofViewer.actions?.(fileId, leave)}
            {!ofViewer.isOfTrash && (
              <ShareFileButton
                key={fileId}
                {...{ library, fileId }}
                name={list.files.at(list.files.indexOf(fileId))?.name ?? ""}
              />
            )}
          </>
        )}
        libraryId={libraryId}
        onTurn={viewer.turnTo}
        onClose={viewer.close}
        onClosed={focusTile}
      />
    </>
  );
}
