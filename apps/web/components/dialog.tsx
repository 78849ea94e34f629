"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";

/** What a dialog takes. */
export interface DialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  /** A sentence under the title. */
  description?: string | undefined;
  children: ReactNode;
}

/** A question or a short form over the page. Escape, a click beside it and the cross close it. */
export function Dialog({ open, onOpenChange, title, description, children }: DialogProps) {
  const t = useTranslations("app");
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-fade bg-black/50" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onEscapeKeyDown={(event) => {
            // Radix hears the key before what is inside does; a part that closes by it says so, and the dialog stays.
            if (event.target instanceof Element && event.target.closest("[data-own-escape]"))
              event.preventDefault();
          }}
          className="fixed inset-0 z-50 m-auto h-fit max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] max-w-[440px] animate-rise overflow-y-auto rounded-float border border-line bg-raised p-6 shadow-float focus:outline-none"
        >
          <Radix.Title className="pr-8 font-semibold text-18">{title}</Radix.Title>
          {description && <Radix.Description className="mt-1.5 text-muted">{description}</Radix.Description>}
          <div className="mt-5">{children}</div>
          <Radix.Close asChild>
            <IconButton label={t("close")} className="absolute top-4 right-4">
              <X aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
            </IconButton>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
