"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { AlbumSummary } from "@alcoves/core/albums/schema";
import {
  ArrowLeft,
  ArrowLeftRight,
  ArrowLeftToLine,
  ArrowRight,
  ArrowRightToLine,
  ImageIcon,
  ImageMinus,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { toast } from "sonner";
import { useSelectedKeys } from "../../components/justified-grid/grid-selection.ts";
import { noSelection } from "../../components/justified-grid/selection.ts";
import {
  isGroup,
  type SelectionAct,
  type SelectionActGroup,
  SelectionOf,
} from "../file-grid/selection-acts.tsx";
import { type SelectedFiles, useFileActs } from "../file-grid/use-file-acts.tsx";
import { ArrangeByDrag } from "./arrange-by-drag.tsx";
import { type ArrangeStep, beforeStep, inOrder } from "./arrange-places.ts";
import { useArranging } from "./use-arranging.ts";

/** What the selection of an album's page takes. */
interface AlbumSelectionProps extends SelectedFiles {
  list: NonNullable<SelectedFiles["list"]>;
  album: AlbumSummary;
  children: ReactNode;
}

const steps = [
  { step: "start", Icon: ArrowLeftToLine, shortcut: null },
  { step: "earlier", Icon: ArrowLeft, shortcut: "earlier" },
  { step: "later", Icon: ArrowRight, shortcut: "later" },
  { step: "end", Icon: ArrowRightToLine, shortcut: null },
] as const;

/** A page of an album: its files are arranged and taken out besides what can be done with files everywhere. */
export function AlbumSelection({ album, children, ...selected }: AlbumSelectionProps) {
  const t = useTranslations("albums");
  const { library, selection, list } = selected;
  const { acts, dialog } = useFileActs(selected);
  const { albumId } = album;
  const { arrange, isArranging, take, setCover } = useArranging({ libraryId: library.libraryId, albumId });
  const keys = useSelectedKeys(selection);
  const go = async (step: ArrangeStep) => {
    if (isArranging) return;
    try {
      arrange(inOrder(list, keys), await beforeStep(list, keys, step));
    } catch {
      toast.error(t("notArranged"));
    }
  };

  const own: (SelectionAct | SelectionActGroup)[] = [];
  if (album.mayChange) {
    own.push({
      id: "arrange",
      label: t("arrange"),
      Icon: ArrowLeftRight,
      acts: steps.map(({ step, Icon, shortcut }) => ({
        ...{ id: step, Icon, shortcut },
        label: t(`step.${step}`),
        run: () => void go(step),
      })),
    });
    const [only] = keys;
    if (keys.size === 1 && only !== undefined)
      own.push({
        id: "cover",
        label: t("setCover"),
        Icon: ImageIcon,
        shortcut: null,
        run: () => setCover(only),
      });
  }
  if (isAllowed(library, "add files to albums"))
    own.push({
      id: "takeOut",
      label: t("takeOut"),
      Icon: ImageMinus,
      shortcut: "takeOut",
      run() {
        take(inOrder(list, keys));
        selection.setState(noSelection, true);
      },
    });
  // In an album the key takes out: what is thrown away is chosen by its name.
  const others = acts.map((act) => (!isGroup(act) && act.id === "trash" ? { ...act, shortcut: null } : act));
  return <SelectionOf {...{ selection, dialog, children }} acts={[...own, ...others]} />;
}

/** The files of an album, to be arranged by dragging for whoever may. */
export function ArrangedFiles({
  library: { libraryId },
  list,
  album,
  children,
}: Omit<AlbumSelectionProps, "selection">) {
  const { arrange } = useArranging({ libraryId, albumId: album.albumId });
  return album.mayChange ? <ArrangeByDrag {...{ list, children }} onArrange={arrange} /> : children;
}
