"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { AlbumSummary } from "@alcoves/core/albums/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { IconButton } from "../../components/icon-button.tsx";
import { Menu, MenuItem } from "../../components/menu.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { ShareDialog } from "../shares/share-dialog.tsx";
import { AlbumDialog } from "./album-dialog.tsx";
import { MoveAlbumDialog } from "./move-album-dialog.tsx";

/** What the actions take. */
interface AlbumActionsProps {
  library: LibrarySummary;
  album: AlbumSummary;
  albums: readonly AlbumSummary[];
}

/** What can be done with an album: another in it, another name, another place, none at all. */
export function AlbumActions({ library, album, albums }: AlbumActionsProps) {
  const t = useTranslations("albums");
  const { libraryId } = library;
  const [asking, setAsking] = useState<"new" | "edit" | "move" | "share" | "remove" | null>(null);
  const close = () => setAsking(null);
  if (!isAllowed(library, "make albums")) return null;
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("actions")}>
            <Ellipsis aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => setAsking("new")}>{t("newInside")}</MenuItem>
        {isAllowed(library, "share by link") && (
          <MenuItem onSelect={() => setAsking("share")}>{t("share")}</MenuItem>
        )}
        {album.mayChange && (
          <>
            <MenuItem onSelect={() => setAsking("edit")}>{t("edit")}</MenuItem>
            <MenuItem onSelect={() => setAsking("move")}>{t("moveTo")}</MenuItem>
            <MenuItem onSelect={() => setAsking("remove")} className="text-failed">
              {t("remove")}
            </MenuItem>
          </>
        )}
      </Menu>
      <AlbumDialog
        libraryId={libraryId}
        album={asking === "new" ? "new" : asking === "edit" ? album : null}
        parentId={album.albumId}
        onClose={close}
      />
      <MoveAlbumDialog
        key={album.parentId}
        {...{ libraryId, album, albums }}
        isOpen={asking === "move"}
        onClose={close}
      />
      {asking === "share" && (
        <ShareDialog
          libraryId={libraryId}
          subject={{ kind: "album", albumId: album.albumId, name: album.name }}
          allowsSharing={library.allowsSharing}
          mayAllow={isAllowed(library, "change the library")}
          onClose={close}
        />
      )}
      <RemoveAlbumDialog {...{ libraryId, album }} isOpen={asking === "remove"} onClose={close} />
    </>
  );
}

function RemoveAlbumDialog({
  libraryId,
  album,
  isOpen,
  onClose,
}: {
  libraryId: string;
  album: AlbumSummary;
  isOpen: boolean;
  onClose(): void;
}) {
  const t = useTranslations("albums");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { mutate, isPending } = useMutation(
    trpc.albums.remove.mutationOptions({
      onSuccess: () => {
        onClose();
        router.replace(`/l/${libraryId}/albums${album.parentId ? `/${album.parentId}` : ""}`);
        void queryClient.invalidateQueries({ queryKey: trpc.albums.list.pathKey() });
      },
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <ConfirmDialog
      open={isOpen}
      onClose={onClose}
      title={t("removeTitle", { name: album.name })}
      text={t("removeText")}
      action={t("remove")}
      isPending={isPending}
      onConfirm={() => mutate({ libraryId, albumId: album.albumId })}
    />
  );
}
