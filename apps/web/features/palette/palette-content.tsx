"use client";

import type { Me } from "@alcoves/core/accounts/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { Command } from "cmdk";
import { Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { IconButton } from "../../components/icon-button.tsx";
import { useRegistry } from "../../components/registry.ts";
import { LibrarySquare } from "../libraries/library-square.tsx";
import { useLibraryNote } from "../libraries/use-library-note.ts";
import { placesIn, placesOutside } from "../shell/destinations.ts";
import { FoundNames } from "./found-names.tsx";
import { matchesText } from "./match-text.ts";
import { PaletteGroup, PaletteRow } from "./palette-row.tsx";
import { useFoundNames } from "./use-found-names.ts";
import { usePalette } from "./use-palette.ts";

/** What the palette's inside takes. */
interface PaletteContentProps {
  me: Me;
  libraries: readonly LibrarySummary[];
  library: LibrarySummary | null;
  /** Closes the palette, then runs what was chosen. */
  onChoose(run: () => void): void;
}

/** The field, and what answers to it. */
export function PaletteContent({ me, libraries, library, onChoose }: PaletteContentProps) {
  const t = useTranslations("palette");
  const shell = useTranslations("shell");
  const app = useTranslations("app");
  const router = useRouter();
  const noteOf = useLibraryNote();
  const registered = useRegistry(usePalette().actions).flat();
  const [text, setText] = useState("");
  const { found, isComplete, error, retry } = useFoundNames(text);
  const go = (address: string) => onChoose(() => router.push(address));

  const places = [...(library ? placesIn(library) : []), ...placesOutside(me)].filter(({ name }) =>
    matchesText(shell(name), text),
  );
  const others = libraries.filter(
    (each) => each.libraryId !== library?.libraryId && matchesText(each.name, text),
  );
  const actions = [...new Map(registered.map((action) => [action.id, action])).values()].filter(({ label }) =>
    matchesText(label, text),
  );
  const count = places.length + others.length + actions.length + found.length;
  return (
    <Command
      shouldFilter={false}
      vimBindings={false}
      loop
      label={t("title")}
      className="flex min-h-0 flex-col"
    >
      <div className="flex items-center gap-3 border-line border-b pr-2 pl-4">
        <Search aria-hidden="true" strokeWidth={1.75} className="size-[18px] shrink-0 text-muted" />
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder={t("placeholder")}
          maxLength={200}
          className="h-13 min-w-0 flex-1 bg-transparent text-15 outline-none"
        />
        <Dialog.Close asChild>
          <IconButton label={app("close")}>
            <X aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
          </IconButton>
        </Dialog.Close>
      </div>
      <Command.List label={t("results")} className="min-h-0 overflow-y-auto overscroll-contain p-2">
        <PaletteGroup heading={library?.name ?? t("pages")}>
          {places.map(({ name, href, Icon }) => (
            <PaletteRow
              key={href}
              value={href}
              picture={<Icon strokeWidth={1.75} className="size-[18px]" />}
              label={shell(name)}
              onSelect={() => go(href)}
            />
          ))}
        </PaletteGroup>
        <PaletteGroup heading={t("libraries")}>
          {others.map((each) => (
            <PaletteRow
              key={each.libraryId}
              value={each.libraryId}
              picture={<LibrarySquare emoji={each.emoji} className="size-7 text-14" />}
              label={each.name}
              note={noteOf(each)}
              onSelect={() => go(`/l/${each.libraryId}`)}
            />
          ))}
        </PaletteGroup>
        <PaletteGroup heading={t("actions")}>
          {actions.map(({ id, label, icon: Icon, run }) => (
            <PaletteRow
              key={id}
              value={`action ${id}`}
              picture={<Icon strokeWidth={1.75} className="size-[18px]" />}
              label={label}
              onSelect={() => onChoose(run)}
            />
          ))}
        </PaletteGroup>
        <FoundNames
          found={found}
          libraryNames={new Map(libraries.map(({ libraryId, name }) => [libraryId, name]))}
          onGo={go}
        />
      </Command.List>
      <p
        aria-live="polite"
        className={count > 0 || error ? "sr-only" : "px-4 pt-1 pb-5 text-center text-muted"}
      >
        {!error && (isComplete ? (count === 0 ? t("nothing", { text: text.trim() }) : "") : t("searching"))}
      </p>
      {error && (
        <div
          role="alert"
          className="flex items-center justify-between gap-3 border-line border-t px-4 py-3 text-13"
        >
          <p className="text-failed">{error.message}</p>
          <Button onClick={retry}>{app("tryAgain")}</Button>
        </div>
      )}
    </Command>
  );
}
