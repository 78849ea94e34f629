"use client";

import { CaptionFormat } from "@alcoves/core/transcripts/schema";
import { Download, Ellipsis, FileUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../components/icon-button.tsx";
import { Menu, MenuHeading, MenuItem, MenuLine } from "../../components/menu.tsx";

/** What the menu takes. */
interface TranscriptMenuProps {
  fileId: string;
  /** Null for those who may not. */
  onImport: (() => void) | null;
  onRemove: (() => void) | null;
}

/** What is done with a transcript as a whole. */
export function TranscriptMenu({ fileId, onImport, onRemove }: TranscriptMenuProps) {
  const t = useTranslations("transcripts");
  return (
    <Menu
      trigger={
        <IconButton label={t("menu")}>
          <Ellipsis aria-hidden="true" className="size-[18px]" />
        </IconButton>
      }
    >
      <MenuHeading>{t("export")}</MenuHeading>
      {CaptionFormat.options.map((format) => (
        <MenuItem key={format} asChild>
          <a href={`/api/media/${fileId}/captions.${format}?download`} download>
            <Download aria-hidden="true" className="size-4 text-muted" />
            {t(`format.${format}`)}
          </a>
        </MenuItem>
      ))}
      {(onImport || onRemove) && <MenuLine />}
      {onImport && (
        <MenuItem onSelect={onImport}>
          <FileUp aria-hidden="true" className="size-4 text-muted" />
          {t("importOther")}
        </MenuItem>
      )}
      {onRemove && (
        <MenuItem onSelect={onRemove} className="text-failed">
          <Trash2 aria-hidden="true" className="size-4" />
          {t("remove")}
        </MenuItem>
      )}
    </Menu>
  );
}
