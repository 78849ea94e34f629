"use client";

import { useTranslations } from "next-intl";
import { Tabs } from "radix-ui";
import type { ReactNode } from "react";

/** What may stand beside the player. */
export interface SidePanel {
  /** Names it in the editor's state; in English, never shown. */
  id: string;
  label: string;
  /** Shown behind the label; nothing for 0. */
  count?: number;
  content: ReactNode;
}

/** What the side takes. */
interface EditorSideProps {
  panels: readonly SidePanel[];
  shownId: string;
  onShow(id: string): void;
}

/** What there is to say about a recording, one panel at a time: beside the player, on a phone below it. */
export function EditorSide({ panels, shownId, onShow }: EditorSideProps) {
  const t = useTranslations("editor");
  return (
    <Tabs.Root asChild value={shownId} onValueChange={onShow}>
      <aside
        aria-label={t("side")}
        className="flex w-[420px] shrink-0 flex-col overflow-hidden border-line border-l max-xl:w-[370px] max-md:w-full max-md:overflow-visible max-md:border-l-0"
      >
        <Tabs.List
          data-takes-arrows=""
          aria-label={t("side")}
          className="flex shrink-0 overflow-x-auto border-line border-b px-2 [scrollbar-width:none]"
        >
          {panels.map(({ id, label, count }) => (
            <Tabs.Trigger
              key={id}
              value={id}
              className="-mb-px whitespace-nowrap border-transparent border-b-2 px-2 py-2.5 max-xl:px-1.5 font-[550] text-13 text-muted -outline-offset-4 hover:text-text data-[state=active]:border-accent data-[state=active]:text-text"
            >
              {label}
              {count ? <span className="ml-1.5 text-muted tabular-nums">{count}</span> : null}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {panels.map(({ id, content }) => (
          <Tabs.Content
            key={id}
            value={id}
            tabIndex={-1}
            className="flex min-h-0 flex-1 flex-col outline-none data-[state=inactive]:hidden max-md:flex-none"
          >
            {content}
          </Tabs.Content>
        ))}
      </aside>
    </Tabs.Root>
  );
}
