"use client";

import type { DuplicatePage } from "@alcoves/core/duplicates/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useGridSelection } from "../../components/justified-grid/grid-selection.ts";
import type { GridHandle } from "../../components/justified-grid/use-grid-handle.ts";
import type { GridFrame } from "../file-grid/file-grid.tsx";
import { FileSelection } from "../file-grid/file-selection.tsx";
import { FileView } from "../file-grid/file-view.tsx";
import { EmptyList } from "../files/empty-list.tsx";
import { ListPage } from "../files/list-page.tsx";
import { differing } from "./differing.ts";
import type { PlacedGroup } from "./duplicate-list.ts";
import { captionPx, DuplicateTile } from "./duplicate-tile.tsx";
import { GroupHeading } from "./group-heading.tsx";
import { useDecisions } from "./use-decisions.ts";
import { useDuplicates } from "./use-duplicates.ts";

/** What the first load brings. */
interface DuplicatesViewProps {
  library: LibrarySummary;
  firstPage: DuplicatePage;
}

/** The duplicates of a library in groups below each other, each side by side: which to keep is decided here. */
export function DuplicatesView({ library, firstPage }: DuplicatesViewProps) {
  const t = useTranslations("duplicates");
  const { libraryId } = library;
  const { groups, list, groupOf, isEmpty, queryKey } = useDuplicates(libraryId, firstPage);
  const { keepOne, keepAll, isPending } = useDecisions(libraryId, queryKey);
  const selection = useGridSelection();
  const grid = useRef<GridHandle>(null);

  // Whoever decides in the grid goes on with the group that takes the place of the last, once that is gone.
  const leaving = useRef<PlacedGroup | null>(null);
  useEffect(() => {
    const left = leaving.current;
    if (!left || groups.some(({ groupId }) => groupId === left.group.groupId)) return;
    leaving.current = null;
    const count = groups.reduce((sum, { files }) => sum + files.length, 0);
    if (count > 0 && document.activeElement === document.body)
      grid.current?.focus(Math.min(left.first, count - 1));
  }, [groups]);
  const deciding = (placed: PlacedGroup, decide: () => void) => {
    if (!placed.group.mayDecide) return null;
    return () => {
      leaving.current = placed;
      decide();
    };
  };
  const frame: GridFrame = {
    captionPx,
    heading(section) {
      const group = groups[section];
      const placed = group && groupOf(group.files[0]?.fileId ?? "");
      return (
        placed && (
          <GroupHeading
            group={placed.group}
            isPending={isPending}
            onKeepAll={deciding(placed, () => keepAll(placed.group))}
          />
        )
      );
    },
    tile({ fileId }, { isCurrent }, picture) {
      const placed = groupOf(fileId);
      const file = placed?.group.files.find((each) => each.fileId === fileId);
      if (!placed || !file) return picture;
      const { files } = placed.group;
      return (
        <DuplicateTile
          {...{ file, isCurrent, isPending }}
          isBest={files[0] === file}
          differs={differing(files)}
          onKeepOne={deciding(placed, () => keepOne(placed.group, fileId))}
          onKeepAll={deciding(placed, () => keepAll(placed.group))}
        >
          {picture}
        </DuplicateTile>
      );
    },
  };
  return (
    <FileSelection {...{ library, selection, list }}>
      <ListPage title={t("title")}>
        {isEmpty ? (
          <EmptyList Icon={Copy} text={t("empty")} />
        ) : (
          <>
            <p className="max-w-[72ch] pt-1 text-muted">{t("text")}</p>
            <FileView {...{ library, list, grid, frame }} label={t("title")} />
          </>
        )}
      </ListPage>
    </FileSelection>
  );
}
