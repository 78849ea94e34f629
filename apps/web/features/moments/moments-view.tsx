"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import type { MomentPage } from "@alcoves/core/moments/schema";
import type { TagSummary } from "@alcoves/core/tags/schema";
import { Clapperboard, FileDown, FolderDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryStates } from "nuqs";
import { useMemo, useState } from "react";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { useGridSelection, useSelectedKeys } from "../../components/justified-grid/grid-selection.ts";
import { noSelection } from "../../components/justified-grid/selection.ts";
import { useTRPCClient } from "../../trpc/client.tsx";
import { SelectionOf } from "../file-grid/selection-acts.tsx";
import { EmptyList } from "../files/empty-list.tsx";
import { ListPage } from "../files/list-page.tsx";
import { MomentCard } from "./moment-card.tsx";
import { MomentFilters } from "./moment-filters.tsx";
import { useClipArchive } from "./use-clip-archive.ts";
import { useFoundMoments } from "./use-found-moments.ts";

/** What the first load brings. */
interface MomentsViewProps {
  library: LibrarySummary;
  tags: TagSummary[];
  /** Of the address that was opened. */
  firstPage: MomentPage;
  first: { text: string; tagId: string | null };
}

const query = { q: parseAsString.withDefault(""), tag: parseAsString };

/** All moments of a library, the newest first: to be found, exported and downloaded together. */
export function MomentsView({ library: { libraryId }, tags, firstPage, first }: MomentsViewProps) {
  const t = useTranslations("moments");
  const client = useTRPCClient();
  const [{ q: text, tag: tagId }, setQuery] = useQueryStates(query, { shallow: true, scroll: false });
  const isFirst = text === first.text && tagId === first.tagId;
  const [givenPage] = useState(firstPage);
  const found = useFoundMoments({ libraryId, text, tagId, firstPage: isFirst ? givenPage : undefined });
  const moments = useMemo(() => found.data?.pages.flatMap((page) => page.moments) ?? [], [found.data]);
  const selection = useGridSelection();
  const keys = useSelectedKeys(selection);
  const download = useClipArchive(libraryId);
  // In the order in which they stand.
  const chosen = () => moments.map(({ momentId }) => momentId).filter((momentId) => keys.has(momentId));
  const letGo = () => selection.setState(noSelection, true);

  const exportThem = async () => {
    const momentIds = chosen();
    letGo();
    try {
      await client.moments.export.mutate({ libraryId, momentIds });
      toast(t("exporting", { count: momentIds.length }));
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error));
    }
  };
  const acts = [
    {
      id: "download",
      label: t("download"),
      Icon: FolderDown,
      shortcut: null,
      run() {
        void download(chosen());
        letGo();
      },
    },
    { id: "export", label: t("export"), Icon: FileDown, shortcut: null, run: () => void exportThem() },
  ];
  const isFiltered = text !== "" || tagId !== null;
  return (
    <SelectionOf selection={selection} acts={acts} dialog={null}>
      <ListPage title={t("title")}>
        {(moments.length > 0 || isFiltered) && (
          <MomentFilters
            {...{ tags, text, tagId }}
            onText={(q) => void setQuery({ q: q || null })}
            onTag={(tag) => void setQuery({ tag })}
          />
        )}
        {moments.length === 0 ? (
          <EmptyList Icon={Clapperboard} text={t(isFiltered ? "noneFound" : "empty")} />
        ) : (
          <ul
            aria-label={t("title")}
            className="grid grid-cols-[repeat(auto-fill,minmax(230px,1fr))] gap-x-4 gap-y-6 pt-4 max-[520px]:grid-cols-1"
          >
            {moments.map((moment) => (
              <MomentCard key={moment.momentId} {...{ libraryId, moment, selection }} />
            ))}
          </ul>
        )}
        {found.hasNextPage && (
          <Button
            onClick={() => void found.fetchNextPage()}
            disabled={found.isFetchingNextPage}
            className="mt-8 self-center"
          >
            {t("more")}
          </Button>
        )}
      </ListPage>
    </SelectionOf>
  );
}
