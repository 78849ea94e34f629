"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PickDialog } from "../../components/pick-dialog.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { albumPath, albumTree } from "./album-tree.ts";
import { useAddToAlbum } from "./use-add-to-album.ts";

/** What is added. */
interface AlbumPickerProps {
  libraryId: string;
  /** In the order they get in the album. */
  fileIds: readonly string[];
  /** It is done, or not to be. */
  onDone(): void;
}

const row =
  "flex min-h-10 w-full min-w-0 items-center gap-3 rounded-control px-3 text-left hover:bg-[color-mix(in_srgb,var(--text)_6%,transparent)] focus-visible:-outline-offset-2 disabled:opacity-50";

/** Asks which album files go into, or the name of a new one. */
export function AlbumPicker({ libraryId, fileIds, onDone }: AlbumPickerProps) {
  const t = useTranslations("albums");
  const trpc = useTRPC();
  const { data: albums = [] } = useQuery(trpc.albums.list.queryOptions({ libraryId }));
  const [text, setText] = useState("");
  const { add, addToNew, isPending } = useAddToAlbum({ libraryId, fileIds: [...fileIds] }, onDone);
  const wanted = text.trim().toLocaleLowerCase();
  const shown = albumTree(albums).filter(({ album }) => album.name.toLocaleLowerCase().includes(wanted));
  const isTaken = albums.some(
    (album) => album.parentId === null && album.name.toLocaleLowerCase() === wanted,
  );
  const canMake = wanted !== "" && !isTaken;
  const enter = () => {
    if (isPending) return;
    const named = shown.find(({ album }) => album.name.toLocaleLowerCase() === wanted) ?? shown[0];
    if (named) add(named.album);
    else addToNew(text.trim());
  };
  return (
    <PickDialog
      title={t("pickTitle", { count: fileIds.length })}
      onClose={onDone}
      label={t("find")}
      maxLength={100}
      text={text}
      onText={setText}
      onEnter={enter}
      listLabel={t("title")}
    >
      {shown.map(({ album }) => (
        <li key={album.albumId}>
          <button type="button" disabled={isPending} onClick={() => add(album)} className={row}>
            <span className="min-w-0 flex-1 truncate">
              {albumPath(albums, album.albumId)
                .map(({ name }) => name)
                .join(" / ")}
            </span>
            <span className="shrink-0 text-13 text-muted tabular-nums">
              {t("count", { count: album.fileCount })}
            </span>
          </button>
        </li>
      ))}
      {canMake && (
        <li>
          <button type="button" disabled={isPending} onClick={() => addToNew(text.trim())} className={row}>
            <Plus aria-hidden="true" strokeWidth={1.75} className="size-[18px] shrink-0 text-accent-text" />
            <span className="truncate">{t("make", { name: text.trim() })}</span>
          </button>
        </li>
      )}
      {shown.length === 0 && !canMake && <li className="px-3 py-2 text-muted">{t("none")}</li>}
    </PickDialog>
  );
}
