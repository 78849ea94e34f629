"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { IconButton } from "../../components/icon-button.tsx";
import { UploadActions } from "./upload-actions.tsx";
import { UploadList } from "./upload-list.tsx";
import { Counts, Speed, TotalBar, titleOf } from "./upload-summary.tsx";
import { useIsPhone } from "./use-is-phone.ts";
import { type QueueView, useQueueView } from "./use-queue-view.ts";
import { useUploads } from "./use-uploads.ts";

/** On phones: the uploads as one line above the tabs, which takes its own room and covers nothing. It opens as a sheet. */
export function UploadBar() {
  const { engine } = useUploads();
  const view = useQueueView(engine);
  const isPhone = useIsPhone();
  return isPhone && view.summary.count > 0 ? <Bar view={view} /> : null;
}

function Bar({ view }: { view: QueueView }) {
  const t = useTranslations("uploads");
  const { percent } = view.summary;
  return (
    <Radix.Root>
      <section aria-label={t("panel")} className="relative shrink-0 border-line border-t bg-raised">
        <Radix.Trigger className="flex h-11 w-full items-center gap-2 px-4 text-left focus-visible:-outline-offset-2 focus-visible:outline-2 focus-visible:outline-accent">
          <span className="min-w-0 flex-1 truncate font-[550] text-13 tabular-nums">{titleOf(view, t)}</span>
          <span className="text-12 text-muted tabular-nums">{percent} %</span>
          <ChevronUp aria-hidden="true" className="size-4 text-muted" />
          <span className="sr-only">{t("expand")}</span>
        </Radix.Trigger>
        <div aria-hidden="true" className="absolute inset-x-0 top-0 h-0.5">
          <div className="h-full bg-accent" style={{ width: `${percent}%` }} />
        </div>
      </section>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-black/50" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-x-0 bottom-0 z-40 flex max-h-[80dvh] animate-rise flex-col rounded-t-float border-line border-t bg-raised pb-[env(safe-area-inset-bottom)] text-text shadow-float focus:outline-none"
        >
          <header className="grid gap-1 px-4 pt-3 pb-2.5">
            <div className="flex items-center gap-2">
              <Radix.Title className="min-w-0 flex-1 truncate font-semibold text-15 tabular-nums">
                {titleOf(view, t)}
              </Radix.Title>
              <Speed view={view} />
              <Radix.Close asChild>
                <IconButton label={t("collapse")}>
                  <ChevronDown aria-hidden="true" className="size-5" />
                </IconButton>
              </Radix.Close>
            </div>
            <Counts view={view} />
            <TotalBar percent={percent} />
          </header>
          <UploadList revision={view.revision} className="min-h-0 flex-1" />
          <UploadActions view={view} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
