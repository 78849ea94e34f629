"use client";

import type { Me } from "@alcoves/core/accounts/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useRef } from "react";
import { PaletteContent } from "./palette-content.tsx";
import { usePalette } from "./use-palette.ts";

/** What the palette takes. */
interface PaletteDialogProps {
  me: Me;
  libraries: readonly LibrarySummary[];
  /** The one that is open, or was last. */
  library: LibrarySummary | null;
}

/** The palette over the page: libraries, pages, actions, files and folders, by their names. */
export function PaletteDialog(props: PaletteDialogProps) {
  const t = useTranslations("palette");
  const { isOpen, setIsOpen } = usePalette();
  const chosen = useRef<(() => void) | null>(null);
  const choose = (run: () => void) => {
    chosen.current = run;
    setIsOpen(false);
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-fade bg-black/50" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={() => {
            const run = chosen.current;
            chosen.current = null;
            // The focus goes back to where it was first, so that a dialog that opens now gives it back there.
            if (run) queueMicrotask(run);
          }}
          className="fixed inset-x-0 top-[12dvh] z-50 mx-auto flex max-h-[min(560px,76dvh)] w-[calc(100%-2rem)] max-w-[600px] animate-rise flex-col overflow-hidden rounded-float border border-line bg-raised shadow-float focus:outline-none max-md:top-2 max-md:max-h-[calc(100dvh-1rem)] max-md:w-[calc(100%-1rem)]"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <PaletteContent {...props} onChoose={choose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
