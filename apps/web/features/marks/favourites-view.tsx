"use client";

import type { FilePage } from "@alcoves/core/files/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Heart } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.tsx";
import { EmptyList } from "../files/empty-list.tsx";
import { FileListView } from "../files/file-list-view.tsx";
import { ListPage } from "../files/list-page.tsx";
import { useFileNews } from "../files/use-file-news.ts";

/** What the first load brings. */
interface FavouritesViewProps {
  library: LibrarySummary;
  firstPage: FilePage;
}

/** One's favourites in a library, by day. */
export function FavouritesView({ library: { libraryId }, firstPage }: FavouritesViewProps) {
  const t = useTranslations("marks");
  const trpc = useTRPC();
  const options = trpc.marks.favourites.infiniteQueryOptions(
    { libraryId },
    {
      getNextPageParam: (page) => page.nextCursor,
      initialData: { pages: [firstPage], pageParams: [null] },
    },
  );
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(options);
  useFileNews(libraryId, options.queryKey);
  const files = data.pages.flatMap((page) => page.files);
  return (
    <ListPage title={t("favourites")}>
      {files.length === 0 ? (
        <EmptyList Icon={Heart} text={t("noFavourites")} />
      ) : (
        <FileListView
          libraryId={libraryId}
          files={files}
          hasMore={hasNextPage}
          loadMore={() => {
            if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
          }}
          isByDay
        />
      )}
    </ListPage>
  );
}
