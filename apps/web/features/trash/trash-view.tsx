"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import type { TrashPage } from "@alcoves/core/trash/schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { ColumnPage } from "../shell/column-page.tsx";
import { TrashRow } from "./trash-row.tsx";
import { usePurge } from "./use-purge.ts";
import { idsOf, useTrash } from "./use-trash.ts";

/** What the page of the trash shows. */
interface TrashViewProps {
  library: LibrarySummary;
  firstPage: TrashPage;
}

/** What was thrown away, with the ways back and out. */
export function TrashView({ library, firstPage }: TrashViewProps) {
  const t = useTranslations("trash");
  const trpc = useTRPC();
  const { libraryId } = library;
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    trpc.trash.list.infiniteQueryOptions(
      { libraryId },
      {
        getNextPageParam: (page) => page.nextCursor,
        initialData: { pages: [firstPage], pageParams: [null] },
      },
    ),
  );
  const items = data.pages.flatMap((page) => page.items);
  const mayPurge = isAllowed(library, "delete files for good");
  const { restore, isPending } = useTrash(libraryId);
  const [asking, setAsking] = useState<TrashPage["items"][number] | "all" | null>(null);
  const purging = usePurge(libraryId, () => setAsking(null));
  const title = asking === "all" ? t("emptyTitle") : t("purgeTitle", { name: asking?.name ?? "" });

  return (
    <ColumnPage title={t("of", { name: library.name })}>
      <SettingsSection
        title={t("title")}
        text={t("text", { days: firstPage.days })}
        action={
          mayPurge &&
          items.length > 0 && (
            <Button onClick={() => setAsking("all")} className="shrink-0 text-failed">
              {t("empty")}
            </Button>
          )
        }
      >
        {items.length === 0 ? (
          <p className="py-10 text-center text-muted">{t("nothing")}</p>
        ) : (
          <ul aria-label={t("title")} className="divide-y divide-line rounded-card border border-line">
            {items.map((item) => (
              <TrashRow
                key={item.of === "file" ? item.fileId : item.folderId}
                item={item}
                isPending={isPending}
                onRestore={() => restore(idsOf(item))}
                onPurge={mayPurge ? () => setAsking(item) : undefined}
              />
            ))}
          </ul>
        )}
        {hasNextPage && (
          <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage} className="mt-4">
            {t("more")}
          </Button>
        )}
      </SettingsSection>
      <ConfirmDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={title}
        text={t("purgeText")}
        action={t("purge")}
        isPending={purging.isPending}
        onConfirm={() => (asking === "all" ? purging.empty() : asking && purging.purge(idsOf(asking)))}
      />
    </ColumnPage>
  );
}
