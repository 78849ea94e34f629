"use client";

import { FolderUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../components/icon-button.tsx";
import { useUploads } from "../uploads/use-uploads.ts";

/** Picks a whole folder, tree and all. Phones have no picker for one. */
export function UploadFolderButton() {
  const t = useTranslations("browse");
  const { pickFolder } = useUploads();
  return (
    <IconButton label={t("uploadFolder")} onClick={() => pickFolder()} className="max-md:hidden">
      <FolderUp aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
    </IconButton>
  );
}
