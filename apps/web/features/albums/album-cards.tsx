"use client";

import type { AlbumSummary } from "@alcoves/core/albums/schema";
import { Images } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ThumbhashImage } from "../../components/thumbhash-image/thumbhash-image.tsx";
import { albumsIn, coverOf } from "./album-tree.ts";

/** What the cards take. */
interface AlbumCardsProps {
  libraryId: string;
  /** All of the library's. */
  albums: readonly AlbumSummary[];
  /** Whose albums are shown; null for those that are in none. */
  parentId: string | null;
}

/** The albums in an album as a grid of covers. */
export function AlbumCards({ libraryId, albums, parentId }: AlbumCardsProps) {
  const t = useTranslations("albums");
  const shown = albumsIn(albums, parentId);
  if (shown.length === 0) return null;
  return (
    <ul
      aria-label={t("title")}
      className="grid grid-cols-[repeat(auto-fill,minmax(200px,1fr))] gap-x-4 gap-y-6 pt-3 pb-6 max-[480px]:grid-cols-2 max-[480px]:gap-x-3"
    >
      {shown.map((album) => {
        const cover = coverOf(albums, album);
        const inside = albumsIn(albums, album.albumId).length;
        return (
          <li key={album.albumId}>
            <Link
              href={`/l/${libraryId}/albums/${album.albumId}`}
              className="group block rounded-card outline-offset-4 focus-visible:outline-2 focus-visible:outline-accent"
            >
              <span className="relative block aspect-[4/3] overflow-hidden rounded-card border border-line bg-panel">
                {cover?.pictures ? (
                  <ThumbhashImage
                    alt=""
                    thumbhash={cover.thumbhash}
                    src={cover.pictures.card}
                    loading="lazy"
                    className="transition-transform duration-[180ms] group-hover:scale-[1.02] motion-reduce:transform-none"
                  />
                ) : (
                  <Images
                    aria-hidden="true"
                    strokeWidth={1}
                    className="absolute inset-0 m-auto size-10 text-muted"
                  />
                )}
              </span>
              <span className="mt-2 block truncate font-[550]">{album.name}</span>
              <span className="block truncate text-13 text-muted tabular-nums">
                {inside > 0
                  ? t("counts", { files: album.fileCount, albums: inside })
                  : t("count", { count: album.fileCount })}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
