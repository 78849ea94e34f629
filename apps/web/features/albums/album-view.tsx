"use client";

import type { AlbumSummary } from "@alcoves/core/albums/schema";
import type { FilePage } from "@alcoves/core/files/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Images } from "lucide-react";
import { useTranslations } from "next-intl";
import { useGridSelection } from "../../components/justified-grid/grid-selection.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { FileSelection } from "../file-grid/file-selection.tsx";
import { FileView } from "../file-grid/file-view.tsx";
import { usePagedList } from "../file-grid/use-paged-list.ts";
import { EmptyList } from "../files/empty-list.tsx";
import { ListPage } from "../files/list-page.tsx";
import { useFileNews } from "../files/use-file-news.ts";
import { AlbumActions } from "./album-actions.tsx";
import { AlbumCards } from "./album-cards.tsx";
import { AlbumSelection, ArrangedFiles } from "./album-selection.tsx";
import { albumPath, albumsIn } from "./album-tree.ts";

/** What the first load brings. */
interface AlbumViewProps {
  library: LibrarySummary;
  albumId: string;
  albums: AlbumSummary[];
  firstPage: FilePage;
}

/** An album: what it is about, the albums in it, its files in their order. */
export function AlbumView({ library, albumId, albums: first, firstPage }: AlbumViewProps) {
  const t = useTranslations("albums");
  const files = useTranslations("browse");
  const trpc = useTRPC();
  const { libraryId } = library;
  const { data: albums } = useQuery(trpc.albums.list.queryOptions({ libraryId }, { initialData: first }));
  const options = trpc.albums.files.infiniteQueryOptions(
    { libraryId, albumId },
    {
      getNextPageParam: (page) => page.nextCursor,
      initialData: { pages: [firstPage], pageParams: [null] },
    },
  );
  const list = usePagedList(useInfiniteQuery(options), false);
  const selection = useGridSelection();
  useFileNews(libraryId, options.queryKey);
  const path = albumPath(albums, albumId);
  const album = path.at(-1);
  const hrefOf = (id: string) => `/l/${libraryId}/albums/${id}`;
  const fileView = <FileView library={library} label={files("files")} list={list} />;
  const page = (
    <ListPage
      title={album?.name ?? t("title")}
      above={[
        { href: `/l/${libraryId}/albums`, name: t("title") },
        ...path.slice(0, -1).map((each) => ({ href: hrefOf(each.albumId), name: each.name })),
      ]}
      aboveLabel={t("path")}
      actions={album && <AlbumActions {...{ library, album, albums }} />}
    >
      {album?.description && (
        <p className="max-w-[72ch] whitespace-pre-line break-words pt-2 text-muted">{album.description}</p>
      )}
      <AlbumCards {...{ libraryId, albums }} parentId={albumId} />
      {list.count !== 0 ? (
        album ? (
          <ArrangedFiles {...{ library, list, album }}>{fileView}</ArrangedFiles>
        ) : (
          fileView
        )
      ) : (
        albumsIn(albums, albumId).length === 0 && <EmptyList Icon={Images} text={t("emptyAlbum")} />
      )}
    </ListPage>
  );
  const selected = { library, selection, list };
  return album ? (
    <AlbumSelection {...selected} album={album}>
      {page}
    </AlbumSelection>
  ) : (
    <FileSelection {...selected}>{page}</FileSelection>
  );
}
