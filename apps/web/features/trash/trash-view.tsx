"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import type { TrashPage } from "@alcoves/core/trash/schema";
import { RotateCcw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { IconButton } from "../../components/icon-button.tsx";
import { useGridSelection } from "../../components/justified-grid/grid-selection.ts";
import { FileView } from "../file-grid/file-view.tsx";
import { SelectionOf } from "../file-grid/selection-acts.tsx";
import { EmptyList } from "../files/empty-list.tsx";
import { ListPage } from "../files/list-page.tsx";
import { TrashedFolder } from "./trashed-folder.tsx";
import { type TrashActs, useTrashActs } from "./use-trash-acts.tsx";
import { useTrashed } from "./use-trashed.ts";

/** What the page of the trash shows. */
interface TrashViewProps {
  library: LibrarySummary;
  firstPage: TrashPage;
}

/** What was thrown away, with the ways back and out. */
export function TrashView({ library, firstPage }: TrashViewProps) {
  const t = useTranslations("trash");
  const list = useTrashed(library.libraryId, firstPage);
  const selection = useGridSelection();
  const { acts, dialog, ...ways } = useTrashActs(library, selection);
  const { askToPurge } = ways;
  const isEmpty = list.count === 0;
  return (
    <SelectionOf {...{ selection, acts, dialog }}>
      <ListPage
        title={t("of", { name: library.name })}
        actions={
          askToPurge &&
          !isEmpty && (
            <Button onClick={() => askToPurge("all")} className="shrink-0 text-failed">
              {t("empty")}
            </Button>
          )
        }
      >
        {isEmpty ? (
          <EmptyList Icon={Trash2} text={t("nothing")} />
        ) : (
          <p className="pb-3 text-13 text-muted">{t("text", { days: firstPage.days })}</p>
        )}
        <FileView
          library={library}
          label={t("title")}
          list={list}
          isOfTrash
          renderFolder={(folder, cell) => <TrashedFolder {...{ folder, cell, selection }} />}
          actions={(fileId, leave) => <WaysOut {...ways} {...{ fileId, leave }} />}
        />
      </ListPage>
    </SelectionOf>
  );
}

/** The ways out of the trash for the file that is open in the viewer. */
function WaysOut({
  fileId,
  leave,
  restore,
  askToPurge,
}: Pick<TrashActs, "restore" | "askToPurge"> & { fileId: string; leave(): void }) {
  const t = useTranslations("trash");
  const items = { fileIds: [fileId], folderIds: [] };
  return (
    <>
      <IconButton
        variant="stage"
        label={t("restore")}
        onClick={() => {
          leave();
          restore(items);
        }}
      >
        <RotateCcw aria-hidden="true" className="size-[18px]" />
      </IconButton>
      {askToPurge && (
        <IconButton variant="stage" label={t("purge")} onClick={() => askToPurge(items, leave)}>
          <Trash2 aria-hidden="true" className="size-[18px]" />
        </IconButton>
      )}
    </>
  );
}
