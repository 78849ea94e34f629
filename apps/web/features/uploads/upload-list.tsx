"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { panelOrder } from "./panel-order.ts";
import { UploadRow } from "./upload-row.tsx";
import { useUploads } from "./use-uploads.ts";

/** Height of a row, px. */
const rowHeightPx = 58;

/**
 * Every upload, of which only those in view exist: 50,000 files do not freeze the page.
 * @param props.revision the queue is read anew when it moves
 */
export function UploadList({ revision, className }: { revision: number; className: string }) {
  const t = useTranslations("uploads");
  const { engine } = useUploads();
  const scroller = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the queue is changed in place, and its revision says when.
  const ordered = useMemo(() => panelOrder(engine.queue), [engine, revision]);
  const virtualizer = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    getItemKey: (place) => ordered[place]?.entryId ?? place,
    overscan: 4,
  });
  return (
    <section
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe).
      tabIndex={0}
      aria-label={t("list")}
      className={clsx(
        "overflow-y-auto border-line border-t outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--color-accent)]",
        className,
      )}
    >
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const entry = ordered[item.index];
          return (
            entry && (
              <li
                key={item.key}
                aria-setsize={ordered.length}
                aria-posinset={item.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ height: rowHeightPx, transform: `translateY(${item.start}px)` }}
              >
                <UploadRow entry={entry} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
