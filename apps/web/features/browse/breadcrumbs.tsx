"use client";

import type { FolderPath } from "@alcoves/core/folders/schema";
import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useItemDrop } from "../items/use-item-drop.ts";

/** What the breadcrumbs take. */
interface BreadcrumbsProps {
  libraryId: string;
  libraryName: string;
  path: FolderPath;
}

/** The way from the top of the library to the open folder; its last step is the page's heading. */
export function Breadcrumbs({ libraryId, libraryName, path }: BreadcrumbsProps) {
  const t = useTranslations("browse");
  const steps = [{ folderId: null, name: libraryName }, ...path];
  return (
    <nav aria-label={t("breadcrumbs")} className="min-w-0 flex-1">
      <ol className="flex min-w-0 flex-wrap items-center gap-x-1 text-15">
        {steps.map(({ folderId, name }, place) => (
          <li key={folderId} className="flex min-w-0 items-center gap-1">
            {place > 0 && <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted" />}
            {place === steps.length - 1 ? (
              <h1 aria-current="page" className="truncate font-semibold">
                {name}
              </h1>
            ) : (
              <Step {...{ libraryId, folderId, name }} />
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A folder on the way, which takes what is dragged onto it: that moves up. */
function Step({ libraryId, folderId, name }: { libraryId: string; folderId: string | null; name: string }) {
  const { isOver, handlers } = useItemDrop(libraryId, folderId);
  return (
    <Link
      {...handlers}
      href={folderId === null ? `/l/${libraryId}` : `/l/${libraryId}/f/${folderId}`}
      className={clsx(
        "truncate rounded-[4px] hover:text-text focus-visible:outline-2 focus-visible:outline-accent",
        isOver ? "bg-selection text-text outline-2 outline-accent" : "text-muted",
      )}
    >
      {name}
    </Link>
  );
}
