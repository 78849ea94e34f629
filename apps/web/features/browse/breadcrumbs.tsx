"use client";

import type { FolderPath } from "@alcoves/core/folders/schema";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** What the breadcrumbs take. */
interface BreadcrumbsProps {
  libraryId: string;
  libraryName: string;
  path: FolderPath;
}

/** The way from the top of the library to the open folder; its last step is the page's heading. */
export function Breadcrumbs({ libraryId, libraryName, path }: BreadcrumbsProps) {
  const t = useTranslations("browse");
  const steps = [
    { href: `/l/${libraryId}` as const, name: libraryName },
    ...path.map(({ folderId, name }) => ({ href: `/l/${libraryId}/f/${folderId}` as const, name })),
  ];
  return (
    <nav aria-label={t("breadcrumbs")} className="min-w-0 flex-1">
      <ol className="flex min-w-0 flex-wrap items-center gap-x-1 text-15">
        {steps.map(({ href, name }, place) => (
          <li key={href} className="flex min-w-0 items-center gap-1">
            {place > 0 && <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted" />}
            {place === steps.length - 1 ? (
              <h1 aria-current="page" className="truncate font-semibold">
                {name}
              </h1>
            ) : (
              <Link
                href={href}
                className="truncate rounded-[4px] text-muted hover:text-text focus-visible:outline-2 focus-visible:outline-accent"
              >
                {name}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
