"use client";

import type { FoundFile, FoundFolder } from "@alcoves/core/search/schema";
import { Folder } from "lucide-react";
import { useTranslations } from "next-intl";
import { FileIcon } from "../files/file-icon.tsx";
import { addressOf } from "./address-of.ts";
import { PaletteGroup, PaletteRow } from "./palette-row.tsx";

/** What the rows take. */
interface FoundNamesProps {
  found: readonly (FoundFolder | FoundFile)[];
  libraryNames: ReadonlyMap<string, string>;
  onGo(address: string): void;
}

/** The files and folders that were found, each with where it lies. */
export function FoundNames({ found, libraryNames, onGo }: FoundNamesProps) {
  const t = useTranslations("palette");
  return (
    <PaletteGroup heading={t("found")}>
      {found.map((each) => (
        <PaletteRow
          key={addressOf(each)}
          value={addressOf(each)}
          picture={<Picture found={each} />}
          label={each.name}
          note={[libraryNames.get(each.libraryId), each.parentName].filter(Boolean).join(" / ")}
          onSelect={() => onGo(addressOf(each))}
        />
      ))}
    </PaletteGroup>
  );
}

function Picture({ found }: { found: FoundFolder | FoundFile }) {
  if (found.type === "folder") return <Folder strokeWidth={1.75} className="size-[18px]" />;
  if (!found.pictures) return <FileIcon kind={found.kind} className="size-[18px]" />;
  return (
    <img src={found.pictures.timeline} alt="" loading="lazy" className="size-8 rounded-tile object-cover" />
  );
}
