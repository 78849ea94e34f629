"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { panelOrder } from "./panel-order.ts";
import type { UploadEntry } from "./upload-entry.ts";
import { UploadRow } from "./upload-row.tsx";

/** Height of a row, px. */
const rowHeightPx = 58;

/** Every upload, of which only those in view exist: 50,000 files do not freeze the page. */
export function UploadList({ entries }: { entries: readonly UploadEntry[] }) {
  const t = useTranslations("uploads");
  const scroller = useRef<HTMLDivElement>(null);
  const ordered = useMemo(() => panelOrder(entries), [entries]);
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
      className="max-h-[232px] overflow-y-auto border-line border-t outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--color-accent)]"
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
