"use client";

import type { DuplicateFile } from "@alcoves/core/duplicates/schema";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button } from "../../components/button.tsx";
import { gridControlAttribute } from "../../components/justified-grid/justified-grid.tsx";
import { formatBytes } from "../files/format-file.ts";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { type ComparedFact, comparedFacts } from "./differing.ts";

/** Height of what stands below a picture, px: five facts and a button. */
export const captionPx = 142;

/** What a tile takes. */
interface DuplicateTileProps {
  file: DuplicateFile;
  differs: ReadonlySet<ComparedFact>;
  isBest: boolean;
  isCurrent: boolean;
  isPending: boolean;
  /** Null for those who may not decide. */
  onKeepOne: (() => void) | null;
  onKeepAll: (() => void) | null;
  /** The file as any grid shows it. */
  children: ReactNode;
}

/** A file beside its duplicates: its picture, what sets it apart, and the way to keep it alone. */
export function DuplicateTile(props: DuplicateTileProps) {
  const { file, differs, isBest, isCurrent, isPending, onKeepOne, onKeepAll, children } = props;
  const t = useTranslations("duplicates");
  const tile = useRef<HTMLDivElement>(null);
  // What the arrows have reached, and nothing while the focus is elsewhere: nobody decides about what they do not look at.
  const byKey = (decide: (() => void) | null) =>
    isCurrent && decide
      ? () => {
          if (!isPending && tile.current?.contains(document.activeElement)) decide();
        }
      : null;
  useShortcut("keepOne", byKey(onKeepOne));
  useShortcut("keepAll", byKey(onKeepAll));
  return (
    <div ref={tile} className="flex h-full flex-col">
      <div className="relative min-h-0 flex-1">
        {children}
        {isBest && (
          <span className="pointer-events-none absolute top-1.5 right-1.5 rounded-full bg-accent px-2 py-0.5 font-semibold text-12 text-on-accent">
            {t("best")}
          </span>
        )}
      </div>
      <div {...gridControlAttribute} className="shrink-0 cursor-auto pt-1.5" style={{ height: captionPx }}>
        <Facts file={file} differs={differs} />
        {onKeepOne && (
          <Button
            tabIndex={isCurrent ? 0 : -1}
            disabled={isPending}
            onClick={onKeepOne}
            aria-label={t("keepOneOf", { name: file.name })}
            className="mt-1.5 h-8 w-full min-w-0 !shrink !px-1.5 text-13"
          >
            <span className="truncate">{t("keepOne")}</span>
          </Button>
        )}
      </div>
    </div>
  );
}

/** What is equal in all of the group steps back. */
function Facts({ file, differs }: Pick<DuplicateTileProps, "file" | "differs">) {
  const t = useTranslations("duplicates");
  const format = useFormatter();
  const facts: Record<ComparedFact, string> = {
    name: file.name,
    dimensions: file.widthPx && file.heightPx ? `${file.widthPx} × ${file.heightPx}` : "–",
    size: formatBytes(file.sizeBytes),
    date: format.dateTime(new Date(file.filedAtMs), { dateStyle: "medium", timeZone: "UTC" }),
    folder: file.folderName ?? t("top"),
  };
  return (
    <dl aria-label={t("facts", { name: file.name })} className="text-12 leading-[18px] tabular-nums">
      {comparedFacts.map((fact) => (
        <div key={fact} title={`${t(`fact.${fact}`)}: ${facts[fact]}`}>
          <dt className="sr-only">{t(`fact.${fact}`)}</dt>
          <dd className={`truncate ${differs.has(fact) ? "font-semibold" : "text-muted"}`}>{facts[fact]}</dd>
        </div>
      ))}
    </dl>
  );
}
