"use client";

import { useTranslations } from "next-intl";
import { formatDuration } from "../files/format-file.ts";
import type { ViewedFile } from "./viewed-files.ts";

/** Sounds that are listed: who wants one further on finds it on the page. */
const mostShown = 30;

/** What the list takes. */
interface UpNextProps {
  queue: readonly ViewedFile[];
  /** What plays now. */
  fileId: string;
  onTurn(fileId: string): void;
}

/** What plays after a sound, to be chosen from; nothing after the last. */
export function UpNext({ queue, fileId, onTurn }: UpNextProps) {
  const t = useTranslations("viewer");
  const place = queue.findIndex((file) => file.fileId === fileId);
  const next = place === -1 ? [] : queue.slice(place + 1, place + 1 + mostShown);
  if (next.length === 0) return null;
  return (
    <section
      aria-label={t("upNext")}
      className="flex max-h-[min(46dvh,440px)] min-h-0 w-[min(360px,100%)] flex-col max-lg:max-h-[30dvh]"
    >
      <h2 className="px-3 pb-1.5 font-[550] text-13 text-white/75">{t("upNext")}</h2>
      <ol className="min-h-0 overflow-y-auto">
        {next.map((file) => (
          <li key={file.fileId}>
            <button
              type="button"
              onClick={() => onTurn(file.fileId)}
              className="flex w-full items-center gap-3 rounded-control px-3 py-2 text-left text-14 text-white/90 hover:bg-white/10 focus-visible:outline-2 focus-visible:outline-accent focus-visible:-outline-offset-2"
            >
              <span className="min-w-0 flex-1 truncate">{file.name}</span>
              {file.durationMs !== null && (
                <span className="text-13 text-white/70 tabular-nums">{formatDuration(file.durationMs)}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
