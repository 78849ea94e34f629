"use client";

import type { FilePage } from "@alcoves/core/files/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Heart } from "lucide-react";
import { useTranslations } from "next-intl";
import { useGridSelection } from "../../components/justified-grid/grid-selection.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { FileSelection } from "../file-grid/file-selection.tsx";
import { FileView } from "../file-grid/file-view.tsx";
import { usePagedList } from "../file-grid/use-paged-list.ts";
import { EmptyList } from "../files/empty-list.tsx";
import { ListPage } from "../files/list-page.tsx";
import { useFileNews } from "../files/use-file-news.ts";

/** What the first load brings. */
interface FavouritesViewProps {
  library: LibrarySummary;
  firstPage: FilePage;
}

/** One's favourites in a library, by day. */
export function FavouritesView({ library, firstPage }: FavouritesViewProps) {
  const t = useTranslations("marks");
  const { libraryId } = library;
  const files = useTranslations("browse");
  const trpc = useTRPC();
  const options = trpc.marks.favourites.infiniteQueryOptions(
    { libraryId },
    {
      getNextPageParam: (page) => page.nextCursor,
      initialData: { pages: [firstPage], pageParams: [null] },
    },
  );
  const list = usePagedList(useInfiniteQuery(options), true);
  const selection = useGridSelection();
  useFileNews(libraryId, options.queryKey);
  return (
    <FileSelection {...{ library, selection, list }}>
      <ListPage title={t("favourites")}>
        {list.count === 0 ? (
          <EmptyList Icon={Heart} text={t("noFavourites")} />
        ) : (
          <FileView library={library} label={files("files")} list={list} />
        )}
      </ListPage>
    </FileSelection>
  );
}
