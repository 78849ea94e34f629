"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { Check, ChevronsUpDown, Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Menu, MenuHeading, MenuItem, MenuLine } from "../../components/menu.tsx";
import { usePaletteActions } from "../palette/use-palette.ts";
import { CreateLibraryDialog } from "./create-library-dialog.tsx";
import { LibrarySquare } from "./library-square.tsx";
import { useLibraryNote } from "./use-library-note.ts";

/** What the switcher takes. */
interface LibrarySwitcherProps {
  libraries: readonly LibrarySummary[];
  open: LibrarySummary | null;
  /** Only the square, where there is no room for a name. */
  isSmall?: boolean;
  /** A library was chosen. */
  onChosen?: (() => void) | undefined;
}

/** The open library at the head of the sidebar; behind it all others and a way to make one. */
export function LibrarySwitcher({ libraries, open, isSmall = false, onChosen }: LibrarySwitcherProps) {
  const t = useTranslations("libraries");
  const noteOf = useLibraryNote();
  const [isCreating, setIsCreating] = useState(false);
  const create = () => setIsCreating(true);
  usePaletteActions([{ id: "new-library", label: t("new"), icon: Plus, run: create }]);
  return (
    <>
      <Menu
        align="start"
        className="w-[260px]"
        trigger={
          <button
            type="button"
            aria-label={open ? t("switch", { name: open.name }) : t("choose")}
            className="group flex h-[52px] w-full items-center gap-3 rounded-control px-2 text-left transition-colors duration-[120ms] hover:bg-[color-mix(in_srgb,var(--text)_6%,transparent)] data-[state=open]:bg-[color-mix(in_srgb,var(--text)_6%,transparent)]"
          >
            <LibrarySquare emoji={open?.emoji ?? "·"} />
            {!isSmall && (
              <>
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-semibold text-15 leading-tight">
                    {open?.name ?? t("none")}
                  </span>
                  {open && (
                    <span className="block truncate text-13 text-muted group-hover:text-text group-data-[state=open]:text-text">
                      {noteOf(open)}
                    </span>
                  )}
                </span>
                <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
              </>
            )}
          </button>
        }
      >
        <MenuHeading>{t("heading")}</MenuHeading>
        {libraries.map((library) => (
          <MenuItem key={library.libraryId} asChild {...(onChosen ? { onSelect: onChosen } : {})}>
            <Link href={`/l/${library.libraryId}`} aria-current={library === open ? "true" : undefined}>
              <LibrarySquare emoji={library.emoji} className="size-7 text-14" />
              <span className="min-w-0 flex-1">
                <span className="block truncate">{library.name}</span>
                <span className="block truncate text-12 text-muted">{noteOf(library)}</span>
              </span>
              {library === open && <Check aria-hidden="true" className="size-4 shrink-0 text-accent-text" />}
            </Link>
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem onSelect={create}>
          <span className="grid size-7 place-items-center text-muted">
            <Plus aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
          </span>
          {t("new")}
        </MenuItem>
      </Menu>
      <CreateLibraryDialog open={isCreating} onOpenChange={setIsCreating} onCreated={onChosen} />
    </>
  );
}
