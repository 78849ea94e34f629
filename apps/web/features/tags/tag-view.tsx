"use client";

import type { FilePage } from "@alcoves/core/files/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import type { TaggedFolder, TagSummary } from "@alcoves/core/tags/schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Clapperboard, Folder, Tag as TagIcon } from "lucide-react";
import Link from "next/link";
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
interface TagViewProps {
  library: LibrarySummary;
  tag: TagSummary;
  folders: TaggedFolder[];
  firstPage: FilePage;
}

/** Everything that has a tag: folders, then files by day. */
export function TagView({ library, tag, folders, firstPage }: TagViewProps) {
  const t = useTranslations("tags");
  const files = useTranslations("browse");
  const trpc = useTRPC();
  const { libraryId } = library;
  const options = trpc.tags.files.infiniteQueryOptions(
    { libraryId, tagId: tag.tagId },
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
      <ListPage
        title={tag.name}
        above={[{ href: `/l/${libraryId}/tags`, name: t("title") }]}
        aboveLabel={t("path")}
      >
        {tag.momentCount > 0 && (
          <Link
            href={`/l/${libraryId}/moments?tag=${tag.tagId}`}
            className="mt-3 flex h-10 items-center gap-2.5 self-start rounded-card border border-line bg-panel px-3.5 font-[550] hover:bg-raised focus-visible:outline-2 focus-visible:outline-accent"
          >
            <Clapperboard aria-hidden="true" strokeWidth={1.75} className="size-[18px] text-accent" />
            {t("momentCount", { count: tag.momentCount })}
          </Link>
        )}
        {folders.length > 0 && (
          <ul aria-label={t("folders")} className="flex flex-wrap gap-2 pt-3">
            {folders.map(({ folderId, name }) => (
              <li key={folderId} className="min-w-0">
                <Link
                  href={`/l/${libraryId}/f/${folderId}`}
                  className="flex h-10 items-center gap-2.5 rounded-card border border-line bg-panel px-3.5 font-[550] hover:bg-raised focus-visible:outline-2 focus-visible:outline-accent"
                >
                  <Folder
                    aria-hidden="true"
                    strokeWidth={1.75}
                    className="size-[18px] shrink-0 text-accent"
                  />
                  <span className="truncate">{name}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
        {list.count !== 0 ? (
          <FileView library={library} label={files("files")} list={list} />
        ) : (
          folders.length + tag.momentCount === 0 && <EmptyList Icon={TagIcon} text={t("emptyTag")} />
        )}
      </ListPage>
    </FileSelection>
  );
}
