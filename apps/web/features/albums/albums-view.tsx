"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { AlbumSummary } from "@alcoves/core/albums/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { useQuery } from "@tanstack/react-query";
import { Images, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { EmptyList } from "../files/empty-list.tsx";
import { ListPage } from "../files/list-page.tsx";
import { AlbumCards } from "./album-cards.tsx";
import { AlbumDialog } from "./album-dialog.tsx";

/** The library's albums that are in none. */
export function AlbumsView({ library, albums: first }: { library: LibrarySummary; albums: AlbumSummary[] }) {
  const t = useTranslations("albums");
  const trpc = useTRPC();
  const { libraryId } = library;
  const { data: albums } = useQuery(trpc.albums.list.queryOptions({ libraryId }, { initialData: first }));
  const [isMaking, setIsMaking] = useState(false);
  const newAlbum = isAllowed(library, "make albums") && (
    <Button variant="quiet" onClick={() => setIsMaking(true)}>
      <Plus aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
      {t("new")}
    </Button>
  );
  return (
    <ListPage title={t("title")} actions={newAlbum}>
      {albums.length === 0 ? (
        <EmptyList Icon={Images} text={t("empty")} />
      ) : (
        <AlbumCards {...{ libraryId, albums }} parentId={null} />
      )}
      <AlbumDialog
        libraryId={libraryId}
        album={isMaking ? "new" : null}
        parentId={null}
        onClose={() => setIsMaking(false)}
      />
    </ListPage>
  );
}
