"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { type RefObject, useCallback, useRef } from "react";
import type { GridSelection } from "../../components/justified-grid/grid-selection.ts";
import type { GridHandle } from "../../components/justified-grid/use-grid-handle.ts";
import { useOpenFile } from "../viewer/use-open-file.ts";
import { Viewer } from "../viewer/viewer.tsx";
import { FileGrid, type GridFrame } from "./file-grid.tsx";
import type { FileList } from "./file-list.ts";
import { SelectionMenu } from "./selection-menu.tsx";

/** What the files of a page take. */
interface FileViewProps {
  library: LibrarySummary;
  /** What the grid is called. */
  label: string;
  list: FileList;
  /** Undefined where nothing can be selected. */
  selection?: GridSelection | undefined;
  /** Another file is the first in view. */
  onView?: (index: number) => void;
  /** Gets the grid, to go to a place in it. */
  grid?: RefObject<GridHandle | null>;
  /** The open file, where the page opens files from elsewhere too. */
  viewer?: ReturnType<typeof useOpenFile>;
  /** Days and bare tiles unless the page has others. */
  frame?: GridFrame;
}

/** The files of a page in the grid, with the viewer over them; closed, it gives the focus back to the tile of what was seen last. */
export function FileView(props: FileViewProps) {
  const { library, label, list, selection, onView, grid, viewer: given, frame } = props;
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
      {...{ libraryId, label, list, selection, handle, frame }}
      onOpen={viewer.open}
      {...(onView ? { onView } : {})}
    />
  );
  return (
    <>
      {list.sections.length > 0 &&
        (selection ? <SelectionMenu {...{ library, selection, list }}>{tiles}</SelectionMenu> : tiles)}
      <Viewer
        fileId={viewer.fileId}
        files={list}
        libraryId={libraryId}
        onTurn={viewer.turnTo}
        onClose={viewer.close}
        onClosed={focusTile}
      />
    </>
  );
}
