"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { Heart, Images, Pencil, Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { AlbumPicker } from "../albums/album-picker.tsx";
import { DescribeDialog } from "../files/describe-dialog.tsx";
import { RatingStars } from "../marks/rating-stars.tsx";
import { useMarks } from "../marks/use-marks.ts";
import { TagPicker } from "../tags/tag-picker.tsx";

/** What can be said of the open file: that one likes it and how much, its tags, its description, the albums it is in. */
export function FileActs({ file, libraryId }: { file: FileDetails; libraryId: string }) {
  const t = useTranslations("marks");
  const [asking, setAsking] = useState<"tags" | "description" | "album" | null>(null);
  const { setMarks, isPending } = useMarks(libraryId);
  const { fileId, isFavourite } = file;
  const close = () => setAsking(null);
  return (
    <div className="flex flex-wrap gap-2">
      <div className="w-full">
        <RatingStars {...{ file, libraryId }} />
      </div>
      <Button
        aria-pressed={isFavourite}
        disabled={isPending}
        onClick={() => setMarks({ fileIds: [fileId], isFavourite: !isFavourite })}
      >
        <Heart
          aria-hidden="true"
          strokeWidth={1.75}
          className={isFavourite ? "size-4 fill-accent text-accent" : "size-4"}
        />
        {t("favourite")}
      </Button>
      {file.mayDescribe && (
        <>
          <Button onClick={() => setAsking("tags")}>
            <Tag aria-hidden="true" strokeWidth={1.75} className="size-4" />
            {t("tag")}
          </Button>
          <Button onClick={() => setAsking("description")}>
            <Pencil aria-hidden="true" strokeWidth={1.75} className="size-4" />
            {t("describe")}
          </Button>
        </>
      )}
      {file.mayAddToAlbums && (
        <Button onClick={() => setAsking("album")}>
          <Images aria-hidden="true" strokeWidth={1.75} className="size-4" />
          {t("toAlbum")}
        </Button>
      )}
      {asking === "tags" && (
        <TagPicker libraryId={libraryId} fileIds={[fileId]} folderIds={[]} onDone={close} />
      )}
      {asking === "description" && <DescribeDialog {...{ libraryId, file }} onDone={close} />}
      {asking === "album" && <AlbumPicker libraryId={libraryId} fileIds={[fileId]} onDone={close} />}
    </div>
  );
}
